# Why something did not happen: one sentence for each code of a refusal, and what else the edges say in general.
refusals-other = This cannot be done now: { $code }
refusals-appointment-over = The appointment is over or was called off
refusals-answer-missing = An answer is missing: { $field }
refusals-case-already-started = The case was started before
refusals-case-already-suspended = The case is suspended already
refusals-case-ended = The case has ended: reopen it to work on it
refusals-case-not-started = The case has not been started yet
refusals-case-not-suspended = The case is not suspended
refusals-contract-changed = Contract { $number } changed meanwhile: start again from the supply
refusals-contract-made = The new contract exists already: it can no longer be cancelled
refusals-contract-missing = There is no running contract on the point
refusals-fact-gone = This date was corrected already: reload the case
refusals-nothing-stuck = Nothing is stuck here
refusals-nothing-to-take = There are no more cases to take charge of
refusals-own-account = You cannot deactivate your own account
refusals-point-missing = Choose the supply
refusals-procedure-origin = This procedure is not started from here
refusals-procedure-role = This procedure is started by another role
refusals-process-ended = The process of the case has ended
refusals-reason-missing = Write the reason
refusals-register-gone = Register { $register } is no longer on the meter: read the meter’s data again
refusals-nothing-blocks = Nothing stands in the way of the request: take the refusal away and confirm it
refusals-reading-taken = Register { $register } already has the reading { $value } of { $day }
refusals-step-gone = This step no longer waits: reload the case
refusals-task-gone = The task is gone: somebody completed it. Reload the case
refusals-task-of-role = The task belongs to another role: { $role }
refusals-waiting-for-customer = The case waits for the customer
refusals-document-not-ready = The document is not ready yet: try again in a few seconds
refusals-idempotency-key-reused = The same Idempotency-Key was used for another request: use a new one

refusals-missing-appointment = This appointment does not exist
refusals-missing-case = This case does not exist
refusals-missing-document = This document does not exist
refusals-missing-fact = This date does not exist
refusals-missing-import = This import does not exist
refusals-missing-party = This customer does not exist
refusals-missing-procedure = This procedure does not exist
refusals-missing-process = This process does not exist
refusals-missing-supply-point = This supply does not exist
refusals-missing-user = This account does not exist
refusals-missing-incident = This incident does not exist
refusals-missing-contract = This contract does not exist
refusals-missing-task = This task does not exist

refusals-invalid-title = { $count ->
    [one] Not saved: 1 field to correct
   *[other] Not saved: { $count } fields to correct
}
refusals-back = Go back and try again: what was saved is safe.
refusals-home = Go to the start page
refusals-conflict = Not saved: somebody else changed these data meanwhile. Reload the page and try again.
refusals-too-many-title = Too many attempts
refusals-too-many-text = { $seconds ->
    [one] Try again in 1 second.
   *[other] Try again in { $seconds } seconds.
}
refusals-too-large = What you sent is too large
refusals-too-large-text = A file may have 20 MB at most: send it smaller or in several parts.
refusals-bad-form = The form cannot be read
refusals-bad-form-text = Reload the page and fill in the form again.
refusals-method = This page does not open this way
refusals-method-text = Go back and use the buttons of the page.
refusals-cross-site = The request does not come from these pages
refusals-cross-site-text = It was not carried out, for safety. Open the page from here and try again; if your browser is very old, update it.
refusals-not-signed-in = You have to sign in first
refusals-password-first = Choose your own password first
refusals-argument-missing = The diagram does not tell this operation its { $argument }: the procedure must be corrected
refusals-assignee-cannot = This person cannot work on the case: choose somebody who has the role
refusals-customer-email-missing = The customer has no e-mail address: add one to the registry entry, or write by post
refusals-document-of-other-case = The document belongs to another case: choose one of this case
refusals-nobody-waits = The case is not waiting for this answer: see where it stands
refusals-paper-missing = The procedure has no paper { $kind }
refusals-procedure-missing = No procedure { $procedure } is published
refusals-too-many-views = You have saved as many views as possible: remove one
refusals-missing-view = This view is no longer there
