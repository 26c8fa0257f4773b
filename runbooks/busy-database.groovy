title    'A busy database'
severity 3
players  'on-call', 'incident commander'
tags     'judgement', 'false alarm'

// What the players are told at the start
briefing 'It is a quiet evening at the shop. You are on call, and a colleague has just sent you a graph.'

// What the facilitator knows, and the postmortem tells
story '''
    Nothing is broken. The monthly report reads the whole order table, so the database works hard for a few
    minutes, and no customer feels it. A team that looks at what customers feel says so within minutes; a team
    that looks at the database alone declares an incident, wakes the database team, and finds a cause that is none.
'''

// What is true on a good day, and stays true: this drill breaks nothing
def fresh = traffic.stale.below(1.percent)
def sells = traffic.errors.below(1.percent)
def quick = traffic.p99.below(300.millis)
steadyState fresh, sells, quick
holdFor     20.seconds
timeLimit   6.minutes
abortWhen   traffic.errors.above(5.percent).lasting(10.seconds)

// What we hope to hear: a judgement, with its reason in a note. Detected, a root cause or an escalation is a false alarm
def allClear = milestone 'all clear' within 4.minutes

// What the team hears from the world: everything points at the database, nothing at a customer
after 5.seconds  redHerring 'graphs',  'Database CPU is at 80 %, and it was at 20 % an hour ago.'
after 45.seconds redHerring 'finance', 'The monthly report is slower than last month. Is the database all right?'
after 90.seconds inject     'support', 'No complaints this evening. Why do you ask?'

// What they hear from us, only if they need it
after 3.minutes unless allClear hint 'What would a customer notice? Look at errors, latency and prices first.'

answer 'none', 'Nothing was broken: a report kept the database busy, and no customer felt it.'

// How a team that trusts its signals would respond: it looks, rules the database out, and raises no alarm
rehearsal {
    after 10.seconds hypothesis 'database overload'
    after 15.seconds note       'Errors, latency and stale prices are as on any evening.'
    after 20.seconds ruleOut    'database overload'
    after 25.seconds claim      allClear
}

debrief {
    ask    'Which number told you that no customer was affected, and how long did you need to find it?'
    ask    'Who would you have woken, and what would it have cost?'
    action 'Put what customers feel on top of the first dashboard', kind: 'process'
}
