# The library of scenarios.

library-unfinished = Work found again after an interruption
library-folder = Your scenarios · { $folder }
library-recent = Opened before
library-examples = Examples that come with the program
library-empty = Nothing here yet. Press c to create a scenario for a country.
library-nothing-marked = Nothing is marked.
library-example-stays = Examples stay as they are. Open one and save it under another name.
library-open-first = Open it first and save it.
library-open-now = It is open now. Close it first.
library-open-to-copy = Open it and save it under another name.
library-not-opened = This cannot be opened
library-find = Find a scenario
library-path = Path of the file
library-path-hint = A scenario file, ending in .ron.
library-open-path = Open a file
library-title = Title
library-title-missing = Type a title.
library-duplicate = Copy this scenario
library-copy-title = { $title } (copy)
library-rename = Give this scenario another title
library-delete = Move “{ $title }” to the trash?
library-forget = Forget the unfinished work on “{ $title }”?
library-delete-yes = Yes
library-delete-no = No, keep it
library-never-saved = never saved
library-kept = kept { $at }
library-unreadable = cannot be read
library-not-there = not there at the moment
library-ran = Last run { $at }, { $draws } draws: { $answer }
library-ran-before = Before its last change, { $at }, { $draws } draws: { $answer }
library-size = { $place } · { $nodes ->
        [one] 1 node
       *[other] { $nodes } nodes
    } · { $paths ->
        [one] 1 path
       *[other] { $paths } paths
    }
create-where = Which country or group? Type part of its name
create-country = { $code } · data to { $year }
create-group = group · { $id }
create-group-about = Members by { $list }, { $date }. A group is simulated as one place: differences inside it are averaged.
create-no-baseline = { $name } has too few data for a baseline (population and income group are missing).
create-unknown = unknown
create-about = { $people } million people; in extreme poverty { $poverty }; online { $usage }; with electricity { $electricity }. { $gaps }
create-no-gaps = No figure is missing.
create-gaps =
    { $count ->
        [one] One figure is missing and is estimated, with a flag.
       *[other] { $count } figures are missing and are estimated, with flags.
    }
create-from = What should it begin with?
create-starter = A small tree to change
create-starter-about = One decision with “as now” among its options, one chance, ready to be argued over.
create-empty = An empty tree
create-empty-about = Nothing but the place: the room builds everything.
create-like = Like “{ $title }”
