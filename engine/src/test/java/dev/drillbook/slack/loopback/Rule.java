package dev.drillbook.slack.loopback;

/** What Slack refuses, the code with which it does so, and the page of its documentation that says so. */
public enum Rule {
    NO_TOKEN("not_authed", Pages.method("auth.test"), "a call without a token"),
    UNKNOWN_TOKEN("invalid_auth", Pages.method("auth.test"), "a token that was never issued"),
    TOKEN_KIND("not_allowed_token_type", Pages.TOKENS, "a bot's token where an app's is wanted, or the reverse"),
    TOKEN_IN_BODY("missing_args", Pages.method("apps.connections.open"), "the app's token outside the header"),
    SCOPE("missing_scope", Pages.SCOPES, "a call for which the token has no scope"),
    METHOD("unknown_method", Pages.WEB_API, "a method that does not exist"),
    ARGUMENT("invalid_arguments", Pages.WEB_API, "a call without a required argument"),
    FORM_ONLY("invalid_arguments", Pages.WEB_API, "JSON for a method that reads forms"),
    JSON("invalid_json", Pages.WEB_API, "a body that is no JSON"),
    CONTENT_TYPE("invalid_post_type", Pages.WEB_API, "a body that is neither form nor JSON"),
    RATE("ratelimited", Pages.of("apis/web-api/rate-limits"), "a second message to a channel within a second"),

    CHANNEL("channel_not_found", Pages.POST, "a channel that is unknown or that the app may not see"),
    MEMBER("not_in_channel", Pages.POST, "a channel in which the app is not"),
    ARCHIVED("is_archived", Pages.POST, "a message to an archived channel"),
    NO_TEXT("no_text", Pages.POST, "a message with neither text nor blocks"),
    TEXT_LENGTH("msg_too_long", Pages.POST, "more than 40,000 characters of text"),
    PERSONA("missing_scope", Pages.of("reference/scopes/chat.write.customize"), "a name or icon of one's own"),
    MESSAGE("message_not_found", Pages.method("chat.update"), "a message that does not exist"),
    OTHERS_MESSAGE("cant_update_message", Pages.method("chat.update"), "changing what somebody else wrote"),
    OTHERS_DELETE("cant_delete_message", Pages.method("chat.delete"), "deleting what somebody else wrote"),
    EPHEMERAL_USER("user_not_in_channel", Pages.method("chat.postEphemeral"), "a reader who is not in the channel"),
    THREAD("thread_not_found", Pages.method("conversations.replies"), "a thread that does not exist"),

    BLOCK_COUNT("invalid_blocks", Pages.BLOCKS, "more than 50 blocks in a message"),
    BLOCK_TYPE("invalid_blocks", Pages.BLOCKS, "an unknown type of block"),
    BLOCK_FIELD("invalid_blocks", Pages.BLOCKS, "a field that the block, element or object does not have"),
    BLOCK_ID_LENGTH("invalid_blocks", Pages.BLOCKS, "a block_id of more than 255 characters"),
    BLOCK_ID_TWICE("invalid_blocks", Pages.BLOCKS, "one block_id twice in a message"),
    SECTION_EMPTY("invalid_blocks", Pages.block("section"), "a section with neither text nor fields"),
    SECTION_TEXT("invalid_blocks", Pages.block("section"), "a section's text of more than 3,000 characters"),
    SECTION_FIELDS("invalid_blocks", Pages.block("section"), "more than 10 fields"),
    SECTION_FIELD_TEXT("invalid_blocks", Pages.block("section"), "a field of more than 2,000 characters"),
    ACTIONS_ELEMENTS("invalid_blocks", Pages.block("actions"), "more than 25 elements in an actions block"),
    CONTEXT_ELEMENTS("invalid_blocks", Pages.block("context"), "more than 10 elements in a context block"),
    HEADER_TEXT("invalid_blocks", Pages.block("header"), "a header of more than 150 characters"),
    HEADER_MARKUP("invalid_blocks", Pages.block("header"), "a header that is not plain text"),
    IMAGE_ALT("invalid_blocks", Pages.block("image"), "an image without alt text, or with more than 2,000 characters"),
    INPUT_LABEL("invalid_blocks", Pages.block("input"), "an input's label of more than 2,000 characters"),
    MARKDOWN_TEXT("invalid_blocks", Pages.block("markdown"), "more than 12,000 characters of Markdown"),

    ELEMENT_TYPE("invalid_blocks", Pages.ELEMENTS, "an element that is unknown or has no place in its block"),
    ACTION_ID_LENGTH("invalid_blocks", Pages.element("button"), "an action_id of more than 255 characters"),
    ACTION_ID_TWICE("invalid_blocks", Pages.element("button"), "one action_id twice in a block"),
    BUTTON_TEXT("invalid_blocks", Pages.element("button"), "a button's text of more than 75 characters"),
    BUTTON_MARKUP("invalid_blocks", Pages.element("button"), "a button's text that is not plain"),
    BUTTON_VALUE("invalid_blocks", Pages.element("button"), "a button's value of more than 2,000 characters"),
    BUTTON_URL("invalid_blocks", Pages.element("button"), "a button's URL of more than 3,000 characters"),
    BUTTON_STYLE("invalid_blocks", Pages.element("button"), "a style that is neither primary nor danger"),
    SELECT_OPTIONS("invalid_blocks", Pages.element("select-menu"), "more than 100 options, or none"),
    PLACEHOLDER("invalid_blocks", Pages.element("select-menu"), "a placeholder of more than 150 characters"),

    TEXT_TYPE("invalid_blocks", Pages.object("text"), "a text that is neither plain_text nor mrkdwn"),
    TEXT_EMPTY("invalid_blocks", Pages.object("text"), "an empty text"),
    TEXT_OBJECT("invalid_blocks", Pages.object("text"), "any text object of more than 3,000 characters"),
    OPTION_TEXT("invalid_blocks", Pages.object("option"), "an option's text of more than 75 characters"),
    OPTION_VALUE("invalid_blocks", Pages.object("option"), "an option's value of more than 150 characters"),
    CONFIRM_FIELDS("invalid_blocks", Pages.object("confirmation-dialog"), "a confirmation without one of its texts"),
    CONFIRM_TITLE("invalid_blocks", Pages.object("confirmation-dialog"), "a title of more than 100 characters"),
    CONFIRM_TEXT("invalid_blocks", Pages.object("confirmation-dialog"), "a question of more than 300 characters"),
    CONFIRM_BUTTON("invalid_blocks", Pages.object("confirmation-dialog"), "an answer of more than 30 characters"),

    VIEW_TYPE("invalid_arguments", Pages.VIEWS, "a view that is no modal"),
    VIEW_TITLE("invalid_arguments", Pages.VIEWS, "a modal without a title, or one of more than 24 characters"),
    VIEW_BUTTON("invalid_arguments", Pages.VIEWS, "a modal's submit or close of more than 24 characters"),
    VIEW_SUBMIT("invalid_arguments", Pages.VIEWS, "inputs without a submit button"),
    VIEW_BLOCKS("invalid_arguments", Pages.VIEWS, "more than 100 blocks in a modal"),
    VIEW_METADATA("invalid_arguments", Pages.VIEWS, "more than 3,000 characters of private metadata"),
    VIEW_CALLBACK("invalid_arguments", Pages.VIEWS, "a callback_id of more than 255 characters"),
    VIEW_UNKNOWN("not_found", Pages.method("views.update"), "a view that was never opened"),
    TRIGGER_EXPIRED("expired_trigger_id", Pages.method("views.open"), "a trigger older than three seconds"),
    TRIGGER_USED("exchanged_trigger_id", Pages.method("views.open"), "a trigger that opened a view already"),
    TRIGGER_UNKNOWN("invalid_trigger_id", Pages.method("views.open"), "a trigger that was never given out"),

    NAME_EMPTY("invalid_name_required", Pages.CREATE, "a channel without a name"),
    NAME_TAKEN("name_taken", Pages.CREATE, "a channel's name that is taken"),
    NAME_LENGTH("invalid_name_maxlength", Pages.CREATE, "a channel's name of more than 80 characters"),
    NAME_CHARACTERS("invalid_name_specials", Pages.CREATE, "a name with capitals, blanks or points"),
    TOPIC_LENGTH("too_long", Pages.method("conversations.setTopic"), "a topic of more than 250 characters"),
    PURPOSE_LENGTH("too_long", Pages.method("conversations.setPurpose"), "a purpose of more than 250 characters"),
    ALREADY_ARCHIVED("already_archived", Pages.method("conversations.archive"), "archiving twice"),
    ALREADY_INVITED("already_in_channel", Pages.method("conversations.invite"), "inviting somebody who is there"),
    INVITE_SELF("cant_invite_self", Pages.method("conversations.invite"), "inviting oneself"),
    USER("user_not_found", Pages.method("users.info"), "an unknown user"),

    PINNED("already_pinned", Pages.method("pins.add"), "pinning twice"),
    NOT_PINNED("no_pin", Pages.method("pins.remove"), "unpinning what is not pinned"),
    REACTED("already_reacted", Pages.method("reactions.add"), "the same reaction twice"),
    REACTION_NAME("invalid_name", Pages.method("reactions.add"), "an emoji's name with colons or blanks"),

    UPLOAD_EMPTY("missing_argument", Pages.method("files.getUploadURLExternal"), "a file of no bytes"),
    UPLOAD_ALT("alt_txt_too_large", Pages.method("files.getUploadURLExternal"), "alt text above 1,000 characters"),
    UPLOAD_LENGTH("400", Pages.FILES, "other than the announced number of bytes"),
    UPLOAD_ADDRESS("404", Pages.FILES, "an upload address that is unknown or was used"),
    UPLOAD_OPEN("file_not_found", Pages.method("files.completeUploadExternal"), "completing what was not uploaded"),

    TICKET("404", Pages.SOCKET, "a WebSocket's ticket that is unknown or was used"),
    TOO_MANY_SOCKETS("too_many_websockets", Pages.SOCKET, "more than 10 connections"),
    UNKNOWN_ENVELOPE("", Pages.SOCKET, "acknowledging what was never sent"),
    SECOND_ACK("", Pages.SOCKET, "acknowledging an envelope twice"),
    ACK_PAYLOAD("", Pages.SOCKET, "a payload where accepts_response_payload is false"),
    LATE_ACK("operation_timeout", Pages.of("interactivity/implementing-slash-commands"), "an ack after three seconds"),
    RESPONSE_USED("used_url", Pages.INTERACTION, "a sixth use of a response_url"),
    RESPONSE_EXPIRED("expired_url", Pages.INTERACTION, "a response_url after thirty minutes");

    private final String code;
    private final String page;
    private final String refuses;

    Rule(String code, String page, String refuses) {
        this.code = code;
        this.page = page;
        this.refuses = refuses;
    }

    /**
     * As on the wire: {@code error}, the reason of a {@code disconnect}, or the HTTP status; empty where Slack ignores
     * it without a word.
     */
    public String code() {
        return code;
    }

    /** The address of the page. */
    public String page() {
        return page;
    }

    /** What is refused, in words. */
    public String refuses() {
        return refuses;
    }

    Refusal refusal() {
        return new Refusal(this, code, refuses);
    }

    Refusal refusal(String words) {
        return new Refusal(this, code, words);
    }
}
