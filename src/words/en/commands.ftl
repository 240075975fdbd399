# What commands say beside their results.

unknown = there is no { $kind } `{ $id }`
with-hint = { $message }; { $hint }
kind-country = country
kind-origin = starting year
kind-horizon = number of years ahead
kind-example = built-in example
kind-wildcard = wildcard
kind-column = column

welcome-title = foretree { $version }
welcome-what = Scenario trees of AI adoption, simulated on real country data: who of the poorest is online, who works, who is harmed, and what a choice changes. Ranges, not predictions.
welcome-try = Try first
welcome-first = foretree run { $name }
welcome-own = foretree new --country MWI -o mine.ron
welcome-examples = Built-in examples
welcome-help = foretree --help tells the rest.

new-title = { $name }: a first scenario
new-title-from = { $name }, after “{ $title }”
new-notes-from = Started from the example “{ $title }”. Its titles, sources and probabilities are about another country: check each of them for { $name }.
new-written =
    Wrote { $file }, a scenario for { $name }.
    Next: foretree check { $file }
          foretree run { $file }
new-exists = { $file } exists and is left as it is; --force replaces it
kind-countries = country
kind-groups = group
kind-parameters = parameter
kind-measures = measure
kind-effects = effect
kind-evidence = evidence
kind-glossary = term
kind-paths = path
kind-indicators = indicator

check-sound = { $file }: sound. { $nodes } nodes, { $paths } paths.
check-refused = { $file }: refused.
check-summary =
    { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }

save-over-scenario = the result would replace the scenario itself; choose another file for --save
saved-newer = { $file }: this result needs a newer foretree: it has format { $format }, this version reads { $known }
saved-no-result = { $file }: this is JSON, but neither a scenario (.ron) nor a result that foretree saved
saved-broken = { $file }:{ $line }:{ $column }: this result file is damaged: { $reason }
saved-no-options = a saved result is shown as it is; to simulate with other options, run its scenario { $file }
saved-shown = Shown from { $file }, simulated before from { $scenario }.

replay-unreadable = The recording { $file } cannot be read: { $reason }
replay-stopped = { $file }, line { $line }: { $reason }
replay-head = This is a recording of another version. It begins with “foretree-session 1”.
replay-command = There is no command “{ $word }”. Known are size, open, keys, type, paste, do, settle, see, miss and screen.
replay-argument = “{ $text }” cannot be read here.
replay-not-seen = The screen does not show “{ $text }”.
replay-seen = The screen shows “{ $text }”.
replay-hangs = Something was still on its way after two minutes.
replay-record-broken = The record does not hold: it was changed by something else.
