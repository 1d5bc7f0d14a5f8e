-- Reference data (design: who owns, who pays, what is agreed). Every table mirrors one file of the reference folder.
-- ${id}: text compared by code point; ${code}: a short code of ours, compared likewise; ${text}: any text; ${bytes}: raw bytes.
-- They differ between databases.
-- Everything is made only if it is not there: a start may end inside a file, which is then carried out again from its top.

CREATE TABLE IF NOT EXISTS reference_file (
    name   ${id} NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE IF NOT EXISTS console_account (
    email ${text} NOT NULL,
    name  ${text} NOT NULL,
    PRIMARY KEY (email)
);

CREATE TABLE IF NOT EXISTS billing_account (
    account_id ${id} NOT NULL,
    username   ${text} NOT NULL,
    name       ${text} NOT NULL,
    currency   VARCHAR(3) NOT NULL,
    certified  BOOLEAN NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT billing_account_username UNIQUE (username)
);

CREATE TABLE IF NOT EXISTS workspace (
    workspace_id    ${id} NOT NULL,
    name            ${text} NOT NULL,
    site            VARCHAR(16) NOT NULL,
    console_account ${text} NOT NULL,
    storage_type    VARCHAR(16) NOT NULL,
    channel         VARCHAR(16) NOT NULL,
    created         DATE NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE TABLE IF NOT EXISTS binding (
    workspace_id   ${id} NOT NULL,
    from_day       DATE NOT NULL,
    to_day         DATE,
    account_id     ${id} NOT NULL,
    settlement     ${code} NOT NULL,
    vendor_account ${text},
    PRIMARY KEY (workspace_id, from_day)
);

CREATE TABLE IF NOT EXISTS plan (
    workspace_id ${id} NOT NULL,
    from_day     DATE NOT NULL,
    to_day       DATE,
    plan         VARCHAR(32) NOT NULL,
    PRIMARY KEY (workspace_id, from_day)
);

CREATE TABLE IF NOT EXISTS retention_policy (
    workspace_id ${id} NOT NULL,
    data         VARCHAR(16) NOT NULL,
    subject      ${text} NOT NULL,
    effective_at VARCHAR(40) NOT NULL,
    days         INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, data, subject, effective_at)
);

CREATE TABLE IF NOT EXISTS contract_price (
    account_id     ${id} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    from_day       DATE NOT NULL,
    to_day         DATE,
    price          NUMERIC(38,7) NOT NULL,
    PRIMARY KEY (account_id, meter, retention_days, from_day)
);

CREATE TABLE IF NOT EXISTS voucher (
    voucher_id ${id} NOT NULL,
    account_id ${id} NOT NULL,
    kind       ${code} NOT NULL,
    amount     NUMERIC(38,2) NOT NULL,
    activated  DATE NOT NULL,
    expires    DATE NOT NULL,
    PRIMARY KEY (voucher_id)
);

CREATE TABLE IF NOT EXISTS prepaid_card (
    card_id    ${id} NOT NULL,
    account_id ${id} NOT NULL,
    amount     NUMERIC(38,2) NOT NULL,
    purchased  DATE NOT NULL,
    expires    DATE NOT NULL,
    PRIMARY KEY (card_id)
);

CREATE TABLE IF NOT EXISTS recharge (
    recharge_id ${id} NOT NULL,
    account_id  ${id} NOT NULL,
    amount      NUMERIC(38,2) NOT NULL,
    posted_day  DATE NOT NULL,
    PRIMARY KEY (recharge_id)
);

CREATE TABLE IF NOT EXISTS package (
    package_id ${id} NOT NULL,
    account_id ${id} NOT NULL,
    package    VARCHAR(16) NOT NULL,
    from_day   DATE NOT NULL,
    workspaces ${text} NOT NULL,
    PRIMARY KEY (package_id)
);

CREATE TABLE IF NOT EXISTS traffic_pack (
    pack_id    ${id} NOT NULL,
    package_id ${id} NOT NULL,
    meter      ${code} NOT NULL,
    quantity   NUMERIC(38,0) NOT NULL,
    discount   NUMERIC(10,6) NOT NULL,
    PRIMARY KEY (pack_id)
);

-- Price books as they were used: a version is never edited after use, its digest shows it.
CREATE TABLE IF NOT EXISTS price_book (
    version DATE NOT NULL,
    sha256  VARCHAR(64) NOT NULL,
    PRIMARY KEY (version)
);

CREATE TABLE IF NOT EXISTS price (
    version        DATE NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    site_group     VARCHAR(2) NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    price          NUMERIC(38,7) NOT NULL,
    PRIMARY KEY (version, meter, retention_days, site_group, currency)
);
