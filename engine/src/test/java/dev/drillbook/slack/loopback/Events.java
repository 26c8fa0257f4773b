package dev.drillbook.slack.loopback;

import tools.jackson.databind.node.ObjectNode;

/** Takes what happened in a channel, and tells the app. */
interface Events {
    void happened(Channel channel, ObjectNode event);
}
