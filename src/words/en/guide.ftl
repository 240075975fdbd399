# The guide: tutorial, agenda, glossary.

chapter-tutorial = Tutorial
chapter-agenda = Agenda
chapter-glossary = Glossary
chapter-measures = Measures
chapter-evidence = Evidence
tutorial-all-done = All tasks are done. The list of keys (?) and the commands (:) know everything else; the Agenda leads a group through a workshop.
task-open = Open an example
task-open-how = Go to the Library (1), mark an example with the arrows and press Enter.
task-walk = Walk through the tree
task-walk-how = On the Tree (3), the right arrow goes on in time, left goes back, up and down change the branch.
task-nudge = Make a branch more likely
task-nudge-how = On the Tree, mark a branch of a chance and press + or -. The answer line above follows at once.
task-undo = Take it back
task-undo-how = Press u. Every edit can be taken back, and done again with U.
task-indicator = Look at something else
task-indicator-how = Press i and choose what the numbers should show.
task-outcomes = See how it goes over the years
task-outcomes-how = Go to the Outcomes (5).
task-words = Let the chart speak
task-words-how = Press w on the Outcomes: the same chart in words, to be read aloud.
task-compare = Compare the options
task-compare-how = Go to Compare (6): who gains, who loses, who pays.
task-own = Create a scenario for a country of your own
task-own-how = On the Library (1), press c and type part of a country's name.
task-decide = Give it a decision that changes something
task-decide-how = On the Tree, press a for a decision or chance, e for an effect, m for measures of the road map.
task-guess = Guess before you look
task-guess-how = Press G and type a range; or B, which hides everything until you lock the probabilities.
task-save = Save your scenario
task-save-how = Press s. It goes into the Library.

agenda-frame = Frame: why this room met
agenda-drivers = Drivers of change: impact and uncertainty
agenda-tree = Tree: chances and decisions
agenda-blind = Probabilities, blind
agenda-break = Break
agenda-predict = Predict, then reveal
agenda-setbacks = Setbacks: when the poorest lose
agenda-compare = Compare: who gains, who loses, who pays
agenda-signposts = Signposts and dissent
agenda-closing = Closing
agenda-line = { $minutes } min  { $title }
agenda-left =
    { $minutes ->
        [one] 1 minute left for this item. A full stop goes on to the next.
       *[other] { $minutes } minutes left for this item. A full stop goes on to the next.
    }
agenda-over =
    { $minutes ->
        [one] 1 minute over. A full stop goes on to the next.
       *[other] { $minutes } minutes over. A full stop goes on to the next.
    }
agenda-off = { $total } minutes in all. t starts the timer, + and - change an item, Enter renames it.
agenda-only = Go to the Agenda first (right arrow).
agenda-start-first = Start the timer first (t).
agenda-edit = Item of the agenda
agenda-title = What is done
agenda-title-hint = Empty removes the item.
agenda-minutes = Minutes
agenda-no-minutes = Type the number of minutes.
look-up-title = Look up a word, a measure or evidence
evidence-about = { $figure } Source: { $source }
