//! Cost-effectiveness: which options are worth their cost or effort.
//!
//! Karlsson and Johannesson 1996, *The decision rules of cost-effectiveness analysis*; Drummond et
//! al. 2015, *Methods for the Economic Evaluation of Health Care Programmes*.

use super::fault::ChoiceFault;

/// What an option costs and brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostEffect {
    /// Cost or effort, in one unit for all options.
    pub cost: f64,
    /// What it brings, larger is better.
    pub effect: f64,
}

/// How an option stands among the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// On the frontier, as the cheapest that is worth anything.
    First,
    /// On the frontier: each further unit of effect costs so much more than at the option before.
    Frontier {
        /// The option before, by number.
        beside: usize,
        /// Extra cost for each extra unit of effect.
        ratio: f64,
    },
    /// Another option brings as much or more for as little or less.
    Dominated {
        /// That option.
        by: usize,
    },
    /// A mixture of two others brings more for the same (extended dominance).
    Mixture {
        /// The cheaper of the two.
        low: usize,
        /// The dearer of the two.
        high: usize,
    },
}

/// How each option stands, in the order given. Of equals the first stays on the frontier.
///
/// ```
/// use foretree::analysis::choices::{CostEffect, Standing, standings};
///
/// let option = |cost, effect| CostEffect { cost, effect };
/// let found = standings(&[option(0.0, 0.0), option(10.0, 5.0), option(12.0, 4.0)])?;
/// assert_eq!(found[1], Standing::Frontier { beside: 0, ratio: 2.0 });
/// assert_eq!(found[2], Standing::Dominated { by: 1 });
/// # Ok::<(), foretree::analysis::choices::ChoiceFault>(())
/// ```
///
/// # Errors
/// No option; numbers that are not finite.
#[doc(alias = "ICER")]
#[doc(alias = "extended dominance")]
pub fn standings(options: &[CostEffect]) -> Result<Vec<Standing>, ChoiceFault> {
    check(options)?;
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (options[*a], options[*b]);
        a.cost
            .total_cmp(&b.cost)
            .then(b.effect.total_cmp(&a.effect))
    });
    let mut found = vec![Standing::First; options.len()];
    let mut hull: Vec<usize> = Vec::new();
    for own in order {
        // Of those before it, all as cheap or cheaper, the last on the hull brings most.
        if let Some(last) = hull.last()
            && options[*last].effect >= options[own].effect
        {
            found[own] = Standing::Dominated { by: *last };
            continue;
        }
        while let [.., before, last] = hull.as_slice() {
            let (before, last) = (*before, *last);
            // As good as the mixture is good enough to stay.
            let (first, next) = (ratio(options, before, last), ratio(options, last, own));
            if first <= next + 1e-12 * next.abs() {
                break;
            }
            found[last] = Standing::Mixture {
                low: before,
                high: own,
            };
            hull.pop();
        }
        hull.push(own);
    }
    settle_mixtures(options, &hull, &mut found);
    for pair in hull.windows(2) {
        found[pair[1]] = Standing::Frontier {
            beside: pair[0],
            ratio: ratio(options, pair[0], pair[1]),
        };
    }
    Ok(found)
}

/// Names the two neighbours on the final frontier between which a mixture lies.
fn settle_mixtures(options: &[CostEffect], hull: &[usize], found: &mut [Standing]) {
    for (own, standing) in found.iter_mut().enumerate() {
        if let Standing::Mixture { low, high } = standing {
            let spans = |pair: &&[usize]| options[pair[1]].effect > options[own].effect;
            if let Some(pair) = hull.windows(2).find(spans) {
                (*low, *high) = (pair[0], pair[1]);
            }
        }
    }
}

fn ratio(options: &[CostEffect], low: usize, high: usize) -> f64 {
    let (low, high) = (options[low], options[high]);
    (high.cost - low.cost) / (high.effect - low.effect)
}

fn check(options: &[CostEffect]) -> Result<(), ChoiceFault> {
    if options.is_empty() {
        return Err(ChoiceFault::Empty);
    }
    let wrong = |o: &CostEffect| !o.cost.is_finite() || !o.effect.is_finite();
    match options.iter().any(wrong) {
        true => Err(ChoiceFault::NotANumber),
        false => Ok(()),
    }
}

/// The option that brings most within a budget, the cheapest of equals; `None` if the budget
/// allows none.
///
/// # Errors
/// No option; numbers that are not finite.
pub fn best_within(options: &[CostEffect], budget: f64) -> Result<Option<usize>, ChoiceFault> {
    check(options)?;
    let affordable = options.iter().enumerate().filter(|(_, o)| o.cost <= budget);
    Ok(affordable
        .reduce(|best, next| {
            let more = next.1.effect > best.1.effect;
            let cheaper = next.1.effect == best.1.effect && next.1.cost < best.1.cost;
            if more || cheaper { next } else { best }
        })
        .map(|(number, _)| number))
}

/// Share of runs in which each option is worth most, when one unit of effect is worth so much
/// (van Hout et al. 1994, acceptability); equals share. Costs and effects by option, then by run.
///
/// # Errors
/// No option or run, columns of different lengths, numbers that are not finite.
#[doc(alias = "CEAC")]
pub fn acceptability(
    costs: &[Vec<f64>],
    effects: &[Vec<f64>],
    worth: f64,
) -> Result<Vec<f64>, ChoiceFault> {
    if costs.len() != effects.len() {
        let (found, wanted) = (effects.len(), costs.len());
        return Err(ChoiceFault::Length { found, wanted });
    }
    let net = |(costs, effects): (&Vec<f64>, &Vec<f64>)| -> Result<Vec<f64>, ChoiceFault> {
        if costs.len() != effects.len() {
            let (found, wanted) = (effects.len(), costs.len());
            return Err(ChoiceFault::Length { found, wanted });
        }
        let both = costs.iter().zip(effects);
        Ok(both.map(|(cost, effect)| worth * effect - cost).collect())
    };
    let rows = costs.iter().zip(effects).map(net);
    let rows = rows.collect::<Result<Vec<_>, ChoiceFault>>()?;
    Ok(super::matrix::Payoffs::new(rows)?.best_shares())
}
