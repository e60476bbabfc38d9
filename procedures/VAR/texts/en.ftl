procedure = Change of personal data

step-identify = Customer
step-change = New data
step-confirm = Confirmation

element-identify = Choose the change
element-change = Write the new data
element-confirm = Compare and confirm
element-customer-documents = Wait for the customer’s document
element-approve = Approve the change
element-resolve = Compare the data again
element-billing-answer = Wait for billing’s answer
element-fix-billing = Mend billing’s rejection

paper-proofrequest = Request for a document
paper-notice = Notice of the change to the former address
paper-confirmation = Confirmation of the change
paper-refusal = Change not accepted

section-identify-who = Whose data are they?
section-identify-what = What changes?
section-change-names = What are the right data?
section-change-names-hint = Write only what changes: the rest stays as it is.
section-change-company = What are the company’s data?
section-change-company-hint = Write only what changes: the rest stays as it is.
section-change-death = What is known of the heirs?
section-change-family = What changed at home?
section-change-reach = How do we reach them?
section-change-reach-hint = Write only what changes: the rest stays as it is.
section-change-home = What is the new address?
section-change-mailing = Where does the post go?
section-change-proof = What proves it?
section-confirm-contract = And the contract?
section-confirm-sign = Check and confirm
section-approve-decision = Is the change proved?
section-approve-decision-hint = Name, tax code and VAT number change only with a proof.
section-resolve-compare = Which data hold?
section-resolve-compare-hint = Somebody changed the same data while the request was open.
section-fix-billing-billing = What was put right?

field-party = Tax code, name, telephone or customer number
field-change-kind = Change
choice-change-kind-correction = Correction of data
choice-change-kind-mortis-causa = Death of the account holder
choice-change-kind-separation = Separation or divorce
choice-change-kind-cohabitant = Cohabitant
choice-change-kind-company = Company data
choice-change-kind-contacts = Telephone numbers and e-mail
choice-change-kind-delivery = Mailing address
field-effective-on = Valid from
field-effective-on-check = A change is valid from today or earlier.
field-surname = Surname
field-given-name = Given name
field-tax-code = Tax code
field-birth-date = Date of birth
field-birth-date-check = The date is in the future.
field-birth-place = Place of birth
field-sex = Sex
field-company-name = Company name
field-vat-number = VAT number
field-company-tax-code = The company’s tax code
field-death-on = Date of death
field-death-on-check = The date is in the future.
field-heirs = Heirs
field-heirs-hint = The first one is whom we write to.
field-heir-name = Surname and name of the heir
field-heir-tax-code = Tax code of the heir
field-heir-phone = Telephone of the heir
field-heir-resident = Lives in the premises
field-order-on = Date of the order
field-order-on-hint = Judgment, approval or agreement.
field-assigned-to = Home assigned to
field-cohabitant-name = Surname and name of the cohabitant
field-cohabitant-tax-code = Tax code of the cohabitant
field-mobile = Mobile
field-phone = Telephone
field-email = E-mail
field-pec = Certified mail (PEC)
field-address = Residence or seat
field-mailing-address = Mailing address
field-proof-kind = Proof
choice-proof-kind-identity = Identity document
choice-proof-kind-tax-card = Health card or tax code card
choice-proof-kind-death-certificate = Death certificate or self-declaration
choice-proof-kind-court-order = Order of separation or divorce
choice-proof-kind-residence-certificate = Family certificate or self-declaration
choice-proof-kind-company-register = Company register extract
choice-proof-kind-declared = Statement of whoever asks
field-proof-file = Copy of the proof
field-proof-later = The document comes later
field-proof-later-hint = The request starts and waits 30 days for the document.
field-change-note = Note
field-contract-passes = The contract passes to another person
field-contract-passes-hint = A linked change of holder is opened: death, home assigned, cohabitant.
field-signed = Whoever asks signed or confirmed the request
field-signed-check = Without a confirmation the request cannot start.
field-privacy = Privacy notice handed over
field-privacy-check = Hand over the privacy notice before you confirm.
field-approval = Decision
choice-approval-approved = Approve
choice-approval-refused = Do not approve
field-approval-note = Reason
field-approval-note-hint = If the change is not approved, the customer reads it in the answer.
field-resolve-note = Why the new data hold
field-billing-note = What was put right

fact-request-received = Request received
fact-answer-sent = Answer sent

reason-change-not-proved = The change is not proved

summary-who = Customer
summary-what = Change
summary-death = Death
summary-family = Home
summary-proof = Proof
answer-effective-on = valid from { $value }
answer-death-on = on { $value }
answer-order-on = order of { $value }
answer-assigned-to = home assigned to { $value }
field-passing-contract = Which contract passes?
note-deceased = Died on { $day }. Heir: { $heir }
mail-proofrequest-subject = We need a document: { $number }
mail-proofrequest = { $name },
    for request { $number } we still need a document. The letter attached says which, how to send it and by when.
mail-notice-subject = Your data are about to change: { $number }
mail-notice = { $name },
    with request { $number } we were asked to change the data listed in the letter attached. If it was not you who
    asked, call us at once.
mail-confirmation-subject = Your data are up to date: { $number }
mail-confirmation = { $name },
    your data are up to date. The letter attached shows them as they were and as they are. The request is { $number }.
mail-refusal-subject = Change not accepted: { $number }
mail-refusal = { $name },
    we could not change the data asked for with request { $number }. The letter attached says why.

comment-to-post = To be sent by post: { $title }
comment-not-sent = The customer has no e-mail address: nothing was sent ({ $title })
