-- Published revisions on their way to receivers.

-- The targets that have been seen in the settings. Revisions of runs up to planned_run were looked at: those of runs before the target was
-- seen go to it only if a person asks for them.
CREATE TABLE IF NOT EXISTS ship_target (
    target       ${id} NOT NULL,
    planned_run  BIGINT NOT NULL,
    PRIMARY KEY (target)
);

-- period: as in delivery. account_id: empty if the shipment is for no single account. supersedes: the revision that went to the target before.
-- receipt: path of the receipt below the folder of delivered files. Instants are facts of transport; nothing is computed from them.
CREATE TABLE IF NOT EXISTS shipment (
    shipment_id    BIGINT NOT NULL,
    period         VARCHAR(32) NOT NULL,
    revision       INTEGER NOT NULL,
    target         ${id} NOT NULL,
    account_id     ${id} NOT NULL,
    content_digest VARCHAR(64) NOT NULL,
    supersedes     INTEGER,
    status         ${code} NOT NULL,
    attempts       INTEGER NOT NULL,
    claimed_at     VARCHAR(40),
    next_attempt   VARCHAR(40),
    shipped_at     VARCHAR(40),
    receipt        ${path},
    error          ${text},
    PRIMARY KEY (shipment_id)
);
CREATE UNIQUE INDEX IF NOT EXISTS shipment_once ON shipment (period, revision, target, account_id);
CREATE INDEX IF NOT EXISTS shipment_status ON shipment (status, target);

-- remote_version: the version that the receiver gave to the file.
CREATE TABLE IF NOT EXISTS shipped_file (
    shipment_id    BIGINT NOT NULL,
    path           ${path} NOT NULL,
    size_bytes     BIGINT NOT NULL,
    sha256         VARCHAR(64) NOT NULL,
    remote_version ${path},
    PRIMARY KEY (shipment_id, path)
);

-- Only ever added to. run_id: NULL for an attempt of a command that runs no job. begun: NULL if it was not recorded.
CREATE TABLE IF NOT EXISTS attempt (
    shipment_id    BIGINT NOT NULL,
    attempt_number INTEGER NOT NULL,
    run_id         BIGINT,
    begun          VARCHAR(40),
    ended          VARCHAR(40) NOT NULL,
    result         ${code} NOT NULL,
    detail         ${text} NOT NULL,
    receipt_sha256 VARCHAR(64),
    PRIMARY KEY (shipment_id, attempt_number)
);
