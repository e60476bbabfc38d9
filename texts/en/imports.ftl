# Imports of billing exports.
imports-title = Imports
imports-meta = Registry entries, contracts, readings, bills and payments from the billing system
imports-caption = Imports with folder, outcome and rows
imports-more = Show the earlier ones
imports-none = No import yet
imports-trial = trial, nothing written
imports-for-good = for good
imports-col-started = Started
imports-col-folder = Folder and profile
imports-col-state = State
imports-col-rows = Rows
imports-col-changed = New or changed
imports-col-would-change = To be written
imports-col-unchanged = Unchanged
imports-col-refused = Refused
imports-col-warned = Warnings
imports-col-by = By
imports-col-file = File
imports-col-rows-of = Detail
imports-state-waiting = waiting
imports-state-running = running
imports-state-done = done
imports-state-failed = failed
imports-state-stopped = stopped
imports-state-interrupted = interrupted

imports-unavailable = Imports are started on the server with the command “sportello import”

imports-run = Import of { $date }
imports-run-meta = { $kind }, { $folder }, profile { $profile }, started by { $name }
imports-report = Outcome as a file
imports-running = Running
imports-reading = Opening the files…
imports-at = File { $file }:
imports-rows-done = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
imports-leave = You can leave this page: the import goes on and stays in the list.
imports-note-trial = Trial done.
imports-note-trial-text = Nothing was written. If the refusals are acceptable, repeat «sportello import» without --dry-run.
imports-note-done = Import done.
imports-note-done-text = { $changed ->
    [0] Everything was already as in the files.
    [one] 1 row written.
   *[other] { $changed } rows written.
}
imports-note-failed = Failed.
imports-note-stopped = Stopped.
imports-note-stopped-text = Somebody stopped it. What was written stays; start it again and it completes the rest.
imports-note-interrupted = Interrupted.
imports-note-interrupted-text = The program stopped. What was written stays; start it again: it goes on where it was.
imports-total-rows = Rows read
imports-total-changed = New or changed
imports-total-unchanged = Already the same
imports-total-refused = Refused
imports-total-share = { $percent } of the rows
imports-total-fix = to be corrected at the source
imports-total-none = none
imports-files = Files
imports-files-caption = Files of the import with rows, changed and refused
imports-see-rows = See the rows
imports-all-good = all good

imports-rows = Refused and warned rows
imports-rows-meta = Each row with its reason and what to do; they are corrected in the billing system and imported again
imports-rows-caption = Rows with outcome, field, value and reason
imports-rows-shown = { $count ->
    [one] 1 row shown
   *[other] { $count } rows shown
}
imports-rows-more = Show the next ones
imports-by-file = File
imports-by-reason = Reason
imports-any-reason = all reasons
imports-col-row = Row
imports-col-outcome = Outcome
imports-col-field = Field
imports-col-value = Value in the file
imports-col-why = Why
imports-refused = refused
imports-warned = warning
imports-blank = blank
imports-rows-none = No refused row
imports-rows-none-text = All rows of this file were accepted.
imports-rows-filtered = No row with this reason
imports-rows-filtered-text = Look at the rows of the file without the filter.
imports-rows-clear = Drop the filter
imports-back = Back to the import
