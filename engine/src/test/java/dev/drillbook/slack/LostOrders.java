package dev.drillbook.slack;

/** A runbook whose words are hostile, and whose secrets have names. */
final class LostOrders {
    static final String ID = "lost-orders";

    static final String TEXT = """
            title    'Orders <!channel> are *lost*'
            severity 2
            players  'on-call'
            tags     'secret-tag'
            briefing 'A sale morning, <@U1>.'
            story    'The secret-story of it.'

            def config = input 'config', Path
            def shop   = input 'shop', URI

            def answers = Http.at(shop).get('/').answers(200)
            steadyState answers
            holdFor     1.seconds
            timeLimit   60.seconds

            at 0.seconds apply ConfigFile.at(config).set(mode: 'bad')

            def detected = milestone 'detected' within 10.seconds
            milestone 'root cause' within 20.seconds
            milestone 'restored' within 30.seconds
            after 1.seconds inject 'support <!here>', 'Customers & <@U1> complain *loudly*.'
            after 1.seconds redHerring 'graphs', 'CPU is high.'
            after 50.seconds unless detected hint 'Look at the file.'
            answer 'config', 'The secret-answer.'
            """;

    private LostOrders() {}
}
