package dev.drillbook.slack;

import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A client whose calls arrive, and to whom something happens before it hears so. */
final class Unlucky {
    private static final Set<String> SENDING =
            Set.of("chatPostMessage", "filesCompleteUploadExternal", "conversationsCreate", "chatUpdate");

    private Unlucky() {}

    /** The answer to each nth sending is lost on its way back. */
    static MethodsClient losingEvery(int nth, MethodsClient slack) {
        AtomicInteger count = new AtomicInteger();
        return client(
                SENDING,
                slack,
                () -> count.incrementAndGet() % nth == 0 ? new IOException("the answer was lost") : null);
    }

    /** The telling ends after the nth sending of that kind, as a killed process does: it notes nothing any more. */
    static MethodsClient dyingAfter(int nth, String sending, MethodsClient slack) {
        AtomicInteger count = new AtomicInteger();
        return client(
                Set.of(sending), slack, () -> count.incrementAndGet() >= nth ? new AssertionError("killed") : null);
    }

    private static MethodsClient client(Set<String> which, MethodsClient slack, Supplier<Throwable> fate) {
        return (MethodsClient) Proxy.newProxyInstance(
                Unlucky.class.getClassLoader(), new Class<?>[] {MethodsClient.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(slack, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    Throwable thrown = which.contains(method.getName()) ? fate.get() : null;
                    if (thrown != null) throw thrown;
                    return answer;
                });
    }
}
