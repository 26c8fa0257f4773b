package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Runbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanTest {
    private static final String TEXT = """
            title 'Slow checkout'
            severity 2
            players 'on-call', 'support'
            tags 'cache'
            briefing 'You are on call.'
            story '''
                First line.
                Second line.
            '''
            def shop = input 'shop', URI
            def healthy = Http.at(shop).get('/health').answers(200)
            def sells = traffic.errors.below(1.percent)
            steadyState sells, healthy
            timeLimit 90.minutes
            abortWhen traffic.errors.above(60.percent).lasting(30.seconds)
            expectAlert 'Errors' within 3.minutes
            def detected = milestone 'detected' within 5.minutes
            milestone 'restored' within 45.minutes when healthy, sells
            after 10.minutes unless detected hint 'Look.'
            after 6.minutes redHerring 'graphs', 'CPU is at 80 %.'
            after 2.minutes inject 'support', 'It is slow.'
            at 1.minute apply Shell.run('stop').undoneBy('start') leaving Redis.at(input('cache', URI)).keys('a:*')
            answer 'shop', 'It was stopped.'
            rehearsal {
                after 80.seconds repair Shell.run('start')
                after 70.seconds claim detected
            }
            debrief {
                ask 'Why?'
                action 'Alert sooner', kind: 'detect'
            }
            """;

    @Test
    void the_facilitator_reads_it_in_the_order_of_time() {
        assertThat(plan().text()).isEqualTo("""
                        Slow checkout (trial, severity 2)
                        players       on-call, support
                        tags          cache
                        briefing      You are on call.
                        story         First line.
                                      Second line.
                        inputs        shop (uri), cache (uri)
                        steady state  traffic.errors below 1 %, /health answers 200
                        hold for      0:20
                        abort when    traffic.errors above 60 % lasting 30 s

                        plan
                            1:00  apply        Undoable[argv=[stop], undo=[start]]; leaves keys a:*
                            2:00  inject       support: It is slow.
                            4:00  alert        Errors should have fired
                            6:00  red herring  graphs: CPU is at 80 %.
                            6:00  goal         detected
                           10:00  hint         unless detected: Look.
                           46:00  goal         restored when /health answers 200 and traffic.errors below 1 %
                         1:30:00  end          time limit

                        answer        shop: It was stopped.

                        rehearsal
                            1:10  reached      detected
                            1:20  repair       run [start]

                        questions     Why?
                        actions       Alert sooner (detect)
                        """);
    }

    @Test
    void its_json_has_seconds_and_the_line_of_each_row() {
        JsonMapper mapper = new JsonMapper();
        JsonNode json = mapper.readTree(mapper.writeValueAsString(plan()));
        assertThat(json.get("timeLimit").asDouble()).isEqualTo(5400);
        assertThat(json.get("rows").get(0).get("at").asDouble()).isEqualTo(60);
        assertThat(json.get("rows").get(0).get("line").asInt()).isEqualTo(22);
        assertThat(json.get("inputs").get(0).get("type").asString()).isEqualTo("uri");
    }

    private static Plan plan() {
        Runbook runbook = Nouns.read(TEXT).runbook().orElseThrow();
        return Plan.of(runbook);
    }
}
