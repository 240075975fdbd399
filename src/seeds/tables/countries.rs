//! The economies and their figures.

use serde::Serialize;

use super::row::{Row, records};
use crate::seeds::SeedError;

/// World Bank income group.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum IncomeGroup {
    /// Low income.
    Low,
    /// Lower-middle income.
    LowerMiddle,
    /// Upper-middle income.
    UpperMiddle,
    /// High income.
    High,
}

/// A published figure and the year it describes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Shares 0..1; other units at each field.
    pub value: f64,
    /// Reference year, if published.
    pub year: Option<i32>,
}

/// One economy: names, groups and published figures. `None` means no figure was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountryRecord {
    /// ISO 3166 code of three letters.
    pub iso3: String,
    /// Name of the United Nations list.
    pub name: String,
    /// Short name shown to people.
    pub short_name: String,
    /// World Bank income group; two economies have none.
    pub income_group: Option<IncomeGroup>,
    /// World Bank region.
    pub wb_region: String,
    /// UN region.
    pub region: String,
    /// UN subregion.
    pub subregion: String,
    /// Least developed country.
    pub ldc: bool,
    /// Landlocked developing country.
    pub lldc: bool,
    /// Small island developing state.
    pub sids: bool,
    /// Graduation from the list of least developed countries, if any is past or scheduled.
    pub ldc_note: String,
    /// People.
    pub population: Option<Figure>,
    /// Women's share of the population.
    pub female_share: Option<Figure>,
    /// Share of the population aged 15 to 64.
    pub working_age: Option<Figure>,
    /// Share below 3 dollars a day (2021 PPP).
    pub poverty: Option<Figure>,
    /// Gross national income per head, PPP dollars a year.
    pub gni_per_head: Option<Figure>,
    /// People using the internet.
    pub usage: Option<Figure>,
    /// Women using the internet, of the year of the split by sex.
    pub usage_women: Option<Figure>,
    /// Men using the internet, of the year of the split by sex.
    pub usage_men: Option<Figure>,
    /// People covered by 4G.
    pub coverage_4g: Option<Figure>,
    /// People covered by 3G.
    pub coverage_3g: Option<Figure>,
    /// Fixed broadband subscriptions per 100 people.
    pub fixed_broadband: Option<Figure>,
    /// People with electricity.
    pub electricity: Option<Figure>,
    /// Employed share of women aged 15 and over.
    pub employed_women: Option<Figure>,
    /// Employed share of men aged 15 and over.
    pub employed_men: Option<Figure>,
    /// Share of employed women in services.
    pub services_women: Option<Figure>,
    /// Share of employed men in services.
    pub services_men: Option<Figure>,
    /// Share of the employed who earn a wage or salary.
    pub waged: Option<Figure>,
    /// Mean years of schooling of adults.
    pub schooling: Option<Figure>,
    /// Statistical Performance Indicator, 0..1.
    pub statistics: Option<Figure>,
    /// Government effectiveness, about -2.5..2.5.
    pub government: Option<Figure>,
    /// Regulatory quality, about -2.5..2.5.
    pub regulation: Option<Figure>,
    /// Rule of law, about -2.5..2.5.
    pub law: Option<Figure>,
    /// Working-age people using generative AI, first half of 2025.
    pub ai_users: Option<Figure>,
    /// The figure on AI users is one value for a whole region.
    pub ai_users_regional: bool,
}

impl CountryRecord {
    /// The published figures with the names of the inputs they feed, in file order.
    pub fn figures(&self) -> Vec<(&'static str, Option<Figure>)> {
        vec![
            ("population", self.population),
            ("female_share", self.female_share),
            ("working_age", self.working_age),
            ("poverty", self.poverty),
            ("gni_per_head", self.gni_per_head),
            ("usage", self.usage),
            ("usage_women", self.usage_women),
            ("usage_men", self.usage_men),
            ("coverage_4g", self.coverage_4g),
            ("coverage_3g", self.coverage_3g),
            ("fixed_broadband", self.fixed_broadband),
            ("electricity", self.electricity),
            ("employed_women", self.employed_women),
            ("employed_men", self.employed_men),
            ("services_women", self.services_women),
            ("services_men", self.services_men),
            ("waged", self.waged),
            ("schooling", self.schooling),
            ("statistics", self.statistics),
            ("government", self.government),
            ("regulation", self.regulation),
            ("law", self.law),
            ("ai_users", self.ai_users),
        ]
    }

    /// The latest year that any figure describes.
    pub fn latest_year(&self) -> Option<i32> {
        self.figures()
            .iter()
            .filter_map(|(_, figure)| figure.as_ref()?.year)
            .max()
    }
}

pub(crate) fn countries(text: &str) -> Result<Vec<CountryRecord>, SeedError> {
    records("countries.csv", text, country)
}

fn country(row: &Row<'_>) -> Result<CountryRecord, SeedError> {
    let share = |column| row.figure(column, 100.0);
    let number = |column| row.figure(column, 1.0);
    Ok(CountryRecord {
        iso3: row.text("iso3")?,
        name: row.text("name")?,
        short_name: row.text("short_name")?,
        income_group: row.choice("income_group")?,
        wb_region: row.text("wb_region")?,
        region: row.text("un_region")?,
        subregion: row.text("un_subregion")?,
        ldc: row.yes("ldc")?,
        lldc: row.yes("lldc")?,
        sids: row.yes("sids")?,
        ldc_note: row.text("ldc_note")?,
        population: number("population_total")?,
        female_share: share("female_share_pct")?,
        working_age: share("working_age_15_64_share_pct")?,
        poverty: share("extreme_poverty_300_2021ppp_pct")?,
        gni_per_head: number("gni_per_capita_ppp_current_intl")?,
        usage: share("internet_use_pct")?,
        usage_women: share("internet_use_female_pct")?,
        usage_men: share("internet_use_male_pct")?,
        coverage_4g: share("mobile_4g_coverage_pct")?,
        coverage_3g: share("mobile_3g_coverage_pct")?,
        fixed_broadband: number("fixed_broadband_subs_per_100")?,
        electricity: share("electricity_access_pct")?,
        employed_women: share("emp_to_pop_15plus_female_pct")?,
        employed_men: share("emp_to_pop_15plus_male_pct")?,
        services_women: share("emp_services_female_pct")?,
        services_men: share("emp_services_male_pct")?,
        waged: share("wage_salaried_pct")?,
        schooling: number("mean_years_schooling")?,
        statistics: share("spi_overall_score")?,
        government: number("gov_effectiveness_est")?,
        regulation: number("regulatory_quality_est")?,
        law: number("rule_of_law_est")?,
        ai_users: share("ai_users_h1_2025_pct")?,
        ai_users_regional: row.yes("ai_users_shared_regional_value")?,
    })
}
