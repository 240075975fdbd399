//! Keys that work on every screen. Screens have digits; the second key of each is what the same key
//! gives without shift on an AZERTY keyboard.

use super::actions;

actions! {
    /// What can be done everywhere.
    GlobalAction {
        /// The list of keys.
        Keys "keys" ["?", "<F1>"] 90,
        /// Every action by name.
        Palette "commands" [":", "<C-p>"] 91,
        /// Leave the program.
        Quit "quit" ["q"] 0,
        /// Cancel what runs; twice leaves.
        Interrupt "interrupt" ["<C-c>"] 0,
        /// Stop what runs or close what is open.
        Escape "escape" ["<Esc>"] 0,
        /// Stop the program and give the shell back.
        Suspend "suspend" ["<C-z>"] 0,
        /// Take back the last edit.
        Undo "undo" ["u", "<C-u>"] 80,
        /// Do it again.
        Redo "redo" ["U", "<C-r>"] 0,
        /// Save the scenario.
        Save "save" ["<C-s>", "s"] 85,
        /// Save under another name.
        SaveAs "save-as" [] 0,
        /// To the Library.
        GoLibrary "go-library" ["1", "&"] 0,
        /// To the Frame.
        GoFrame "go-frame" ["2", "é"] 0,
        /// To the Tree.
        GoTree "go-tree" ["3", "\""] 0,
        /// To the Assumptions.
        GoAssumptions "go-assumptions" ["4", "'"] 0,
        /// To the Outcomes.
        GoOutcomes "go-outcomes" ["5", "("] 0,
        /// To Compare.
        GoCompare "go-compare" ["6"] 0,
        /// To what matters.
        GoMatters "go-matters" ["7", "è"] 0,
        /// To the setbacks.
        GoSetbacks "go-setbacks" ["8", "_"] 0,
        /// To the choices.
        GoChoices "go-choices" ["9", "ç"] 0,
        /// To the Guide.
        GoGuide "go-guide" ["0", "à"] 0,
        /// To Run.
        GoRun "go-run" ["<F2>"] 0,
        /// To the Workshop.
        GoWorkshop "go-workshop" ["<F3>"] 0,
        /// The next screen.
        NextScreen "next-screen" ["<Tab>"] 0,
        /// The screen before.
        PreviousScreen "previous-screen" ["<BackTab>", "<S-Tab>"] 0,
        /// The next open scenario.
        NextDocument "next-scenario" ["n"] 0,
        /// The scenario before.
        PreviousDocument "previous-scenario" ["N"] 0,
        /// Close the scenario.
        CloseDocument "close-scenario" [] 0,
        /// Choose what the answer line and the charts show.
        Indicator "indicator" ["i"] 60,
        /// Only runs where something holds.
        Filter "filter" [] 0,
        /// All runs again.
        Everything "clear-filter" ["F"] 0,
        /// Say in words what is on the screen.
        Words "words" ["w"] 61,
        /// What this program cannot know.
        Limits "limits" ["L"] 0,
        /// Copy what is shown as text.
        Copy "copy" ["Y"] 0,
        /// Write what is shown to a text file.
        WriteText "write-text" [] 0,
        /// Hide what follows until probabilities are locked.
        Blind "blind" ["B"] 70,
        /// Guess before the numbers are shown.
        Predict "predict" ["G"] 0,
        /// Show the outcome that was covered.
        Reveal "reveal" [] 0,
        /// Ask the whole room about what is marked.
        AskRoom "ask-room" ["E"] 59,
        /// For a wall: fewer things, larger steps.
        Presenter "presenter" ["P"] 0,
        /// The next theme.
        NextTheme "next-theme" ["T"] 0,
        /// The next set of glyphs.
        NextGlyphs "next-glyphs" [] 0,
        /// Draw everything again.
        Redraw "redraw" ["<C-l>"] 0,
        /// Start or stop recording the session.
        Record "record" [] 0,
        /// Simulate now.
        RunNow "run-now" ["R"] 0,
    }
}
