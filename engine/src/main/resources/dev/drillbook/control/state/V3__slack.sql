-- What was told in Slack, so that nothing is told twice or left out after an outage or a restart.
CREATE TABLE told (
    story   VARCHAR(64)  NOT NULL, -- a drill's id, or 'notices'
    step    VARCHAR(64)  NOT NULL, -- such as an entry's number; 'begin' opens a drill's story, 'end' closes it
    channel VARCHAR(32)  NOT NULL,
    ts      VARCHAR(32)  NOT NULL, -- Slack's name of the message; empty where it has none
    CONSTRAINT told_key PRIMARY KEY (story, step)
);

CREATE INDEX told_in_channel ON told (channel, step);
