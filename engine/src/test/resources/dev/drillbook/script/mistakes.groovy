// One mistake of every kind. Line numbers are part of the test: add new ones at the end
import java.nio.file.Files
title    'One of each'
severity 9
milestne 'detected' within 5.minutes
def config = input 'cache-config', Path
def same   = input 'cache-config', URI
def cache  = input 'cache', URI
def fresh  = traffic.stale.below(1.percent)
def sells  = traffic.erors.below(1.percent)
def quick  = traffic.p99.below(1.percent)
def idle   = traffic.p95.below(300.millis)
steadyState fresh, selks, quick, fresh
holdFor 20
holdFor 5.minuts
traffic.errors.above(60.percent)
abortWhen traffic.errors.above(60)
tags 5
players
at 0.seconds apply ConfigFile.at(config).set('a': 1) leaving Redis.at(same).keys('x')
at 0.seconds apply Shell.run('x')
at 0.seconds apply ConfigFile.at(config).sett('a': 1)
at 0.seconds apply ConfigFile.at(cache).set('a': 1)
at 0.seconds apply fresh
at 0.seconds apply ConfigFile.at(config).set('b': 1) leavin Redis.at(cache).keys('x')
at 0.seconds
expectAlert 'X'
expectAlert 'Y' within 0.seconds
expectAlert 'Z' within 1.minute
expectAlert 'Z' within 2.minutes
milestone 'x'
def detected = milestone 'detected' within 5.minutes
milestone 'detected' within 6.minutes
milestone 'restord' within 5.minutes
milestone 'acknowledged' within 0.seconds
after 5.minutes
after 5.minutes unless detected
after 10.minutes hint 'Look'
after 10.minutes unless detcted hint 'Look'
after 10.minutes unless detected hnt 'Look'
after 10.minutes injct 'a', 'b'
after 10.minutes inject 'a'
after 10.minutes inject 'a', lter
def lter2 = 'x'
after 10.minutes unless fresh hint 'Look'
after 20.seconds claim detected
note 'x'
'a text'
3 + 4
fresh
def detected = 5
Redus.at(cache).keys('x')
rehearsal {
    title 'inside'
    inject 'a', 'b'
    after 5.seconds clam detected
    after 5.seconds
    after 6.seconds hypothesis 'database'
    after 7.seconds ruleOut 'databse'
    after 8.seconds ruleOut 'database'
    after 9.seconds ruleOut 'database'
    after 3000.hours note 'late'
    after 20 claim detected
    after 21.seconds repair detected
    debrief { }
}
debrief {
    ask 5
    action 'a', kinnd: 'detect'
    action 'b', kind: 5
    action 'c', kind: 'detct'
    action 'd'
    after 5.seconds note 'x'
}
severity 2
answer 'only the area'
abortWhen traffic.errors.above(150.percent)
after 1.minute inject 'a', 'b', 'c'
metaClass
at 3.seconds apply
at 0.seconds apply ConfigFile.at(config).set('b': 1) leaving
after 5.minutes unless detected hint
fresh = traffic.errors.below(1.percent)
def twice() { 2 }
severity twice()
(1..3).each { after it.minutes inject 'a', 'b' }
