# Work that gave up.
incidents-title = Incidents
incidents-meta = Stopped processes and failed work: put the cause right and try again
incidents-refresh = Refresh
incidents-none = No incident
incidents-none-text = All processes go on and all work succeeded.
incidents-processes = Stopped processes
incidents-processes-hint = oldest first
incidents-processes-caption = Stopped processes with case, step and reason
incidents-jobs = Failed work
incidents-jobs-hint = after the last try
incidents-jobs-caption = Failed work with its reason
incidents-col-case = Case
incidents-col-step = Step
incidents-col-message = What happened
incidents-col-since = Since
incidents-col-act = Act
incidents-col-what = Work
incidents-attempts = { $count ->
    [one] 1 try
   *[other] { $count } tries
}
incidents-retry = Try again
incidents-retried = Trying again
incidents-case-unknown = without a case
incidents-case-open = open the case
incidents-billing-queued = Commands to be sent to billing
incidents-billing-sent = Commands without an answer
incidents-since = since { $date }
incidents-job-document = Make a document
incidents-job-mail = Send an e-mail
incidents-job-invitation = Send an invitation
incidents-job-billing = Send a command to billing
incidents-job-timer = Move a process on in time
incidents-job-import = Import an export
incidents-job-other = Work “{ $kind }”
