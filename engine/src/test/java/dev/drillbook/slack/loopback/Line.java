package dev.drillbook.slack.loopback;

/** Whether the app can reach Slack, and by how many connections of Socket Mode it does. */
public final class Line {
    private final Workspace workspace;
    private final Connections connections;
    private final Ports ports;

    Line(Workspace workspace, Connections connections, Ports ports) {
        this.workspace = workspace;
        this.connections = connections;
        this.ports = ports;
    }

    /** How many connections are open. */
    public int sockets() {
        return connections.count();
    }

    /**
     * Slack's end is open then; the app's may be a moment later.
     *
     * @throws AssertionError when there are not so many connections within a minute
     */
    public void awaits(int sockets) {
        workspace.until(() -> connections.count() == sockets, sockets + " connections");
    }

    /** Cuts every connection, as when a cable is pulled; a new one may come at once. */
    public void cut() {
        ports.cut();
    }

    /** @param reason {@code warning} (they stay open), {@code refresh_requested} or {@code link_disabled} */
    public void disconnects(String reason) {
        connections.disconnect(reason);
    }

    /** Closes the ports and all connections: nothing answers. */
    public void away() {
        ports.shut();
    }

    /** Opens the same ports again. */
    public void back() {
        ports.open();
    }
}
