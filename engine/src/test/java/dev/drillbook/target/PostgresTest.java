package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresTest {
    private static final Servers.Server SERVER = Servers.postgres();
    private static final Input<URI> DATABASE = new Input<>("database", URI.class);
    private static final World WORLD = new Given(Map.of("database", SERVER.uri().toString()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_statement_is_no_fault_until_someone_says_how_it_is_undone() {
        Change harm = Postgres.at(DATABASE).run("CREATE TABLE harm ()");
        assertThat(harm).isNotInstanceOf(Fault.class);
        harm.apply(WORLD);
        assertThat(new PostgresServer(SERVER.uri()).first("SELECT to_regclass('harm')"))
                .isPresent();
    }

    @Test
    void without_a_query_nobody_can_tell_until_it_ran() {
        Fault fault = Postgres.at(DATABASE).run("CREATE TABLE blind ()").undoneBy("DROP TABLE blind");
        assertThat(fault.tookHold(WORLD)).isInstanceOf(Verdict.Unknown.class);
        Undo undo = fault.undo(WORLD);
        fault.apply(WORLD);
        assertThat(fault.tookHold(WORLD)).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Unknown.class);
        undo.pay(WORLD);
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Holds.class);
        assertThatThrownBy(() -> undo.pay(WORLD))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("blind");
    }

    @Test
    void the_undo_runs_also_where_the_harm_broke_the_query() {
        new PostgresServer(SERVER.uri()).run("CREATE TABLE flags (up boolean); INSERT INTO flags VALUES (false)");
        Fault fault = Postgres.at(DATABASE)
                .run("ALTER TABLE flags RENAME TO away")
                .undoneBy("ALTER TABLE away RENAME TO flags")
                .shownBy("SELECT up FROM flags");
        Undo undo = fault.undo(WORLD);
        fault.apply(WORLD);
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Unknown.class);
        assertThat(undo.pay(WORLD)).isInstanceOf(Payment.PutBack.class);
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void harm_that_still_runs_when_it_is_undone_does_not_land_afterwards() throws Exception {
        Fault fault = Postgres.at(DATABASE)
                .run("SELECT pg_sleep(30); CREATE TABLE late ()")
                .undoneBy("DROP TABLE IF EXISTS late")
                .shownBy("SELECT to_regclass('late') IS NOT NULL");
        Undo undo = fault.undo(WORLD);
        PostgresServer server = new PostgresServer(SERVER.uri());
        CompletableFuture<Void> applying = CompletableFuture.runAsync(() -> fault.apply(WORLD));
        while (server.first("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'")
                .isEmpty()) assertThat(applying).isNotDone();

        assertThat(undo.pay(WORLD)).isInstanceOf(Payment.AlreadyRight.class);

        assertThat(applying).failsWithin(Duration.ofSeconds(20));
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void the_same_statement_goes_on_in_another_database_of_that_server() throws Exception {
        PostgresServer server = new PostgresServer(SERVER.uri());
        server.run("CREATE DATABASE neighbour");
        World neighbour =
                new Given(Map.of("database", SERVER.uri().resolve("/neighbour").toString()));
        Fault fault = Postgres.at(DATABASE).run("SELECT pg_sleep(10)").undoneBy("SELECT 1");
        CompletableFuture<Void> there = CompletableFuture.runAsync(() -> fault.apply(neighbour));
        while (server.first("SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(10)'")
                .isEmpty()) assertThat(there).isNotDone();

        fault.undo(WORLD).pay(WORLD);

        assertThat(there).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void whoever_may_end_no_session_undoes_what_has_ended() {
        PostgresServer server = new PostgresServer(SERVER.uri());
        server.run("CREATE DATABASE strict");
        URI strict = SERVER.uri().resolve("/strict");
        new PostgresServer(strict)
                .run("CREATE ROLE plain LOGIN; GRANT ALL ON SCHEMA public TO plain;"
                        + " REVOKE EXECUTE ON FUNCTION pg_terminate_backend FROM public");
        String plain = strict.toString().replace(strict.getUserInfo() + "@", "plain@");
        World world = new Given(Map.of("database", plain));
        Fault fault = Postgres.at(DATABASE).run("CREATE TABLE harm ()").undoneBy("DROP TABLE harm");
        Undo undo = fault.undo(world);
        fault.apply(world);
        assertThat(undo.pay(world)).isInstanceOf(Payment.PutBack.class);
    }

    @Test
    void queries_are_probes() {
        Postgres.Query seven = Postgres.at(DATABASE).query("SELECT 7");
        assertThat(seven.below(10).ask(WORLD)).isEqualTo(new Verdict.Holds("7"));
        assertThat(seven.above(10).ask(WORLD)).isEqualTo(new Verdict.Broken("7"));
        assertThat(seven.answers(7).ask(WORLD)).isEqualTo(new Verdict.Holds("7"));
        assertThat(Postgres.at(DATABASE).query("SELECT 'x'").below(1).ask(WORLD))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(Postgres.at(DATABASE).query("SELEC").below(1).ask(WORLD)).isInstanceOf(Verdict.Unknown.class);
        assertThat(Postgres.at("postgresql://127.0.0.1:1/x")
                        .query("SELECT 1")
                        .below(1)
                        .ask(WORLD))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void a_password_is_never_shown() {
        String uri = SERVER.uri().toString().replace("shop@", "nobody:s3cret@");
        World wrong = new Given(Map.of("database", uri));
        Fault fault = Postgres.at(DATABASE).run("SELECT 1").undoneBy("SELECT 2");
        assertThatThrownBy(() -> fault.undo(wrong))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("nobody:***@")
                .hasMessageNotContaining("s3cret");
        assertThat(fault.undo(WORLD).asTyped(wrong)).doesNotContain("s3cret").contains("psql postgresql://nobody@");
        assertThatThrownBy(() -> Postgres.at("postgresql://h/x?password=s3cret"))
                .isInstanceOf(Invalid.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void tls_is_asked_for_only_where_the_address_says_so() {
        World strict = new Given(Map.of("database", SERVER.uri() + "?sslmode=require"));
        assertThatThrownBy(() -> Postgres.at(DATABASE).run("SELECT 1").apply(strict))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("SSL");
    }
}
