# The frame of the console: bar, navigation, status bar, search popup, list of keys.
layout-product = Sportello
layout-skip = Skip to content
layout-find = Find a customer, tax code, POD, PDR, case…
layout-new-request = New request
layout-notices = { $count ->
    [0] Notices: none to read
    [one] Notices: 1 to read
   *[other] Notices: { $count } to read
}
layout-profile = My profile
layout-sign-out = Sign out
layout-close = Close
layout-nav = Work areas
layout-nav-home = My role
layout-nav-cases = Requests
layout-nav-customers = Customers
layout-nav-contracts = Contracts
layout-nav-offers = Offers
layout-nav-contacts = Contacts
layout-nav-till = Till
layout-nav-schedule = Schedule
layout-nav-quality = Quality
layout-nav-processes = Processes
layout-nav-administration = Administration
layout-group-counter = Counter
layout-group-field = Field work
layout-group-steering = Steering

layout-key-ctrl = Ctrl
layout-key-shift = Shift
layout-key-enter = Enter
layout-key-space = Space
layout-key-arrows = Arrows
layout-keys = Keyboard shortcuts
layout-keys-short = Shortcuts
layout-keys-here = On this page
layout-keys-everywhere = Everywhere
layout-keys-search = search and commands
layout-keys-new = new request
layout-keys-rows = next row, previous row
layout-keys-open = open the row
layout-keys-close = close, then clear the selection, then back
layout-keys-list = this list
layout-keys-profile = Letters and digits act outside text fields. They are turned off in the profile:

layout-search = Search and commands
layout-search-label = Search or type a command
layout-search-results = Results
layout-search-choose = choose
layout-search-open = open
layout-search-beside = open beside
layout-search-filters = Filters:
layout-search-cases-mark = p:
layout-search-cases = cases,
layout-search-bills-mark = f:
layout-search-bills = bills,
layout-search-meters-mark = m:
layout-search-meters = meters

layout-offline = The server does not answer. What you typed is still here: try again shortly.
layout-slow = The answer is late. Try again shortly.
layout-forbidden = Your role cannot do this.
layout-fault = Something broke on our side. Reload the page and try again.
layout-copied = Copied
layout-not-copied = The browser does not allow copying: select the text by hand.
layout-session-ends = The session ends in 2 minutes.
layout-session-last = The session ends in 2 minutes and cannot be prolonged: save, then sign in again.
layout-session-stay = Stay
layout-session-enter = Sign in again
layout-session-stayed = Session prolonged
