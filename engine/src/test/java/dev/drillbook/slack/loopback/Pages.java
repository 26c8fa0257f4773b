package dev.drillbook.slack.loopback;

/** Addresses in Slack's documentation. */
final class Pages {
    private static final String DOCS = "https://docs.slack.dev/";

    static final String TOKENS = of("authentication/tokens");
    static final String SCOPES = of("reference/scopes");
    static final String WEB_API = of("apis/web-api");
    static final String SOCKET = of("apis/events-api/using-socket-mode");
    static final String INTERACTION = of("interactivity/handling-user-interaction");
    static final String FILES = of("messaging/working-with-files");
    static final String BLOCKS = of("reference/block-kit/blocks");
    static final String ELEMENTS = of("reference/block-kit/block-elements");
    static final String VIEWS = of("reference/views/modal-views");
    static final String POST = method("chat.postMessage");
    static final String CREATE = method("conversations.create");

    private Pages() {}

    static String of(String path) {
        return DOCS + path;
    }

    static String method(String name) {
        return of("reference/methods/" + name);
    }

    static String block(String type) {
        return of("reference/block-kit/blocks/" + type + "-block");
    }

    static String element(String type) {
        return of("reference/block-kit/block-elements/" + type + "-element");
    }

    static String object(String type) {
        return of("reference/block-kit/composition-objects/" + type + "-object");
    }
}
