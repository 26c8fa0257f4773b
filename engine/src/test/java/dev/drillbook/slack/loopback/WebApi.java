package dev.drillbook.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The Web API: what is asked at {@code /api/METHOD}. */
final class WebApi implements HttpHandler {
    static final String PATH = "/api/";

    private final Workspace workspace;
    private final Tokens tokens;
    private final Map<String, Method> methods;
    private final Faults faults;
    private final List<Call> calls = new ArrayList<>();

    WebApi(Workspace workspace, Tokens tokens, Map<String, Method> methods, Faults faults) {
        this.workspace = workspace;
        this.tokens = tokens;
        this.methods = methods;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> said = new LinkedHashMap<>();
            faults.slow();
            Reply reply = faults.instead(name).orElseGet(() -> answer(name, exchange, body, said));
            note(new Call(workspace.now(), name, Map.copyOf(said), reply.status(), reply.error()));
            reply.send(exchange);
        }
    }

    private Reply answer(String name, HttpExchange exchange, String body, Map<String, String> said) {
        try {
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .orElse("");
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            Args args = Args.read(type, query, body);
            args.values().keySet().stream()
                    .filter(arg -> !arg.equals("token"))
                    .forEach(arg -> said.put(arg, args.textOr(arg, "")));
            Optional<String> header =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            return Reply.json(asked(name, header, args))
                    .with(
                            "X-OAuth-Scopes",
                            String.join(",", tokens.of(header, args).scopes()));
        } catch (Refusal refusal) {
            workspace.refused(name, refusal);
            return refusal.rule() == Rule.RATE ? Reply.tooMany(1) : Reply.json(refusal.json());
        }
    }

    private ObjectNode asked(String name, Optional<String> authorization, Args args) {
        Method method = Optional.ofNullable(methods.get(name)).orElseThrow(Rule.METHOD::refusal);
        if (!method.kinds().contains(Token.Kind.BOT)
                && authorization.isEmpty()
                && args.text("token").isPresent()) throw Rule.TOKEN_IN_BODY.refusal();
        Token asker = tokens.of(authorization, args);
        asker.mayCall(method.kinds(), method.scopes());
        if (args.asJson() && !method.readsJson()) throw Rule.FORM_ONLY.refusal();
        synchronized (workspace) {
            ObjectNode answer = Json.of("ok", true);
            answer.setAll(method.work().answer(asker, args));
            workspace.changed();
            return answer;
        }
    }

    private void note(Call call) {
        synchronized (workspace) {
            calls.add(call);
            workspace.changed();
        }
    }

    List<Call> calls() {
        synchronized (workspace) {
            return List.copyOf(calls);
        }
    }
}
