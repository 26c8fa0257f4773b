title    'TITLE'
severity 2                              // from 1 (worst) to 5
players  'on-call', 'incident commander'
tags     'new'

// What the players are told at the start. The file's name is shown too: name the symptom, never the cause
briefing 'It is an ordinary morning. You are on call.'

// What only the facilitator knows, until the drill is over
story '''
    What really happens, and why it is hard to see.
'''

// What may differ from one environment to the next
def config = input 'cache-config', Path

// What is true on a good day: checked before, watched during, verified after
def quick = traffic.p99.below(300.millis)
def sells = traffic.errors.below(1.percent)
steadyState quick, sells
holdFor     20.seconds
timeLimit   1.hour
abortWhen   traffic.errors.above(60.percent).lasting(30.seconds)

// What is broken. Drillbook puts it back, whatever happens; `drillbook faults` shows what else can be broken
at 0.seconds apply ConfigFile.at(config).set('pool-size': 1)

// What should be seen, and how soon after that
def detected = milestone 'detected' within 5.minutes
milestone 'restored' within 30.minutes

// What the team hears from the world, and what it hears only if it needs it
after 2.minutes  inject 'support', 'Customers say that the shop is slow.'
after 10.minutes unless detected hint 'Compare the servers.'

answer 'configuration', 'The pool of connections is too small.'

// How a team that knows the answer would respond: `drillbook rehearse` tests the runbook with it
rehearsal {
    after 20.seconds claim detected
    after 45.seconds repair ConfigFile.at(config).set('pool-size': 16)
}

debrief {
    ask    'What would have shown this sooner?'
    action 'Alert on the wait for a connection', kind: 'detect'
}
