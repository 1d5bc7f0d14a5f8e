-- Delivery: which periods have changed since their files were made, and what was delivered.
-- A period is a billing day (2026-11-21) or a billing month (2026-11).

CREATE TABLE IF NOT EXISTS delivery_due (
    period       VARCHAR(10) NOT NULL,
    workspace_id ${id} NOT NULL,
    PRIMARY KEY (period, workspace_id)
);

CREATE TABLE IF NOT EXISTS delivery (
    period         VARCHAR(10) NOT NULL,
    revision       INTEGER NOT NULL,
    content_digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (period, revision)
);

CREATE TABLE IF NOT EXISTS delivered_file (
    period     VARCHAR(10) NOT NULL,
    revision   INTEGER NOT NULL,
    path       ${path} NOT NULL,
    schema_id  VARCHAR(64) NOT NULL,
    row_count  BIGINT NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256     VARCHAR(64) NOT NULL,
    PRIMARY KEY (period, revision, path)
);

