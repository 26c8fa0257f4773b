title    'Yesterday\'s prices'
severity 2
players  'on-call', 'incident commander', 'support'
tags     'cache', 'consistency'

// What the players are told at the start
briefing 'It is a sale morning at the shop. You are on call.'

// What the facilitator knows, and the postmortem tells
story '''
    A deploy gave one of three shop servers a wrong cache configuration.
    Nothing is down. Some pages are wrong, some are slow, a few fail.
'''

// What may differ from one environment to the next
def config = input 'cache-config', Path
def cache  = input 'cache', URI

// What is true on a good day: checked before, watched during, verified after
def fresh = traffic.stale.below(1.percent)
def sells = traffic.errors.below(1.percent)
def quick = traffic.p99.below(300.millis)
steadyState fresh, sells, quick
holdFor     20.seconds
timeLimit   2.hours
abortWhen   traffic.errors.above(60.percent).lasting(30.seconds)

// What we break. It puts back what it found
at 0.seconds apply ConfigFile.at(config).set('key-prefix': 'shop-v2:', 'ttl-seconds': 86_400, 'pool-size': 1) leaving Redis.at(cache).keys('shop-v2:*')

// What we hope to see, and how soon
expectAlert 'StaleAnswers' within 3.minutes
def detected  = milestone 'detected'   within 5.minutes
def rootCause = milestone 'root cause' within 30.minutes
milestone 'restored' within 45.minutes when fresh

// What the team hears from the world
after 2.minutes inject 'support',    'Two customers paid the old price for item 42.'
after 6.minutes redHerring 'graphs', 'Database CPU is at 80 %.'

// What they hear from us, only if they need it
after 10.minutes unless detected  hint 'Look at the support channel.'
after 25.minutes unless rootCause hint 'Compare the three servers\' cache settings.'

answer 'cache', 'One server reads its own cache keys, for a day, through one connection.'

// How a team that knows the answer would respond: it makes the runbook testable
rehearsal {
    after 20.seconds claim detected
    after 22.seconds hypothesis 'database overload'
    after 30.seconds ruleOut    'database overload'
    after 40.seconds claim rootCause
    after 45.seconds repair ConfigFile.at(config).set('key-prefix': 'shop:', 'ttl-seconds': 60, 'pool-size': 16)
}

debrief {
    ask    'Which graph would have shown this before a customer did?'
    action 'Alert on the age of cached answers', kind: 'detect'
}
