-- Settlement: the ledger of every wallet, what bills were paid from, how accounts stand, what they are told.

-- Bills that have changed since they were settled; noted in the transaction of the postings.
CREATE TABLE IF NOT EXISTS settlement_due (
    account_id   ${id} NOT NULL,
    posted_day   DATE NOT NULL,
    workspace_id ${id} NOT NULL,
    PRIMARY KEY (account_id, posted_day, workspace_id)
);
INSERT INTO settlement_due (account_id, posted_day, workspace_id)
SELECT DISTINCT p.account_id, p.posted_day, p.workspace_id FROM posting p
WHERE NOT EXISTS (SELECT 1 FROM settlement_due d
  WHERE d.account_id = p.account_id AND d.posted_day = p.posted_day AND d.workspace_id = p.workspace_id);

-- Accounts for which something is to be done in this run.
CREATE TABLE IF NOT EXISTS settlement_task (
    account_id ${id} NOT NULL,
    PRIMARY KEY (account_id)
);

-- Days for which all accounts were settled; later news of them takes effect on the last one.
CREATE TABLE IF NOT EXISTS settled_day (
    posted_day DATE NOT NULL,
    run_id     BIGINT NOT NULL,
    PRIMARY KEY (posted_day)
);

-- status null: the account was always active in this currency.
CREATE TABLE IF NOT EXISTS wallet (
    account_id    ${id} NOT NULL,
    currency      VARCHAR(3) NOT NULL,
    settled_day   DATE NOT NULL,
    last_number   BIGINT NOT NULL,
    status        ${code},
    status_from   DATE,
    status_number INTEGER NOT NULL,
    PRIMARY KEY (account_id, currency)
);
CREATE INDEX IF NOT EXISTS wallet_status ON wallet (status);

-- Double entry, append-only: the legs of a request add up to 0.
CREATE TABLE IF NOT EXISTS ledger_entry (
    request_id   ${path} NOT NULL,
    leg          INTEGER NOT NULL,
    account_id   ${id} NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    entry_number BIGINT NOT NULL,
    movement     ${code} NOT NULL,
    side         ${code} NOT NULL,
    instrument   ${path} NOT NULL,
    amount       NUMERIC(60,2) NOT NULL,
    entry_day    DATE NOT NULL,
    bill_day     DATE,
    source_day   DATE,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (request_id, leg),
    CONSTRAINT ledger_entry_number UNIQUE (account_id, currency, entry_number)
);

-- The sums of the ledger for what an account owns, and the terms of its vouchers and cards when it got them.
CREATE TABLE IF NOT EXISTS wallet_balance (
    account_id ${id} NOT NULL,
    currency   VARCHAR(3) NOT NULL,
    side       ${code} NOT NULL,
    instrument ${id} NOT NULL,
    kind       ${code},
    starts     DATE,
    expires    DATE,
    expiries   INTEGER NOT NULL,
    balance    NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (account_id, currency, side, instrument),
    CONSTRAINT wallet_balance_covered CHECK (side = 'arrears' OR balance >= 0)
);
CREATE INDEX IF NOT EXISTS wallet_balance_expiry ON wallet_balance (expires);

-- What a bill was paid from and was not given back; for arrears: what is still owed.
CREATE TABLE IF NOT EXISTS bill_source (
    account_id    ${id} NOT NULL,
    currency      VARCHAR(3) NOT NULL,
    settlement    ${code} NOT NULL,
    posted_day    DATE NOT NULL,
    side          ${code} NOT NULL,
    instrument    ${id} NOT NULL,
    payment_order BIGINT NOT NULL,
    left_amount   NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (account_id, currency, settlement, posted_day, side, instrument),
    CONSTRAINT bill_source_left CHECK (left_amount > 0)
);
CREATE INDEX IF NOT EXISTS bill_source_side ON bill_source (account_id, side);

-- How every share of a daily bill is paid; a share is what one workspace has on it that vouchers may, or may not, pay.
CREATE TABLE IF NOT EXISTS bill_payment (
    posted_day        DATE NOT NULL,
    account_id        ${id} NOT NULL,
    settlement        ${code} NOT NULL,
    currency          VARCHAR(3) NOT NULL,
    workspace_id      ${id} NOT NULL,
    eligible          BOOLEAN NOT NULL,
    voucher           NUMERIC(60,2) NOT NULL,
    prepaid_card      NUMERIC(60,2) NOT NULL,
    cash              NUMERIC(60,2) NOT NULL,
    cloud             NUMERIC(60,2) NOT NULL,
    owed              NUMERIC(60,2) NOT NULL,
    settlement_number INTEGER NOT NULL,
    PRIMARY KEY (posted_day, account_id, settlement, currency, workspace_id, eligible)
);
CREATE INDEX IF NOT EXISTS bill_payment_account ON bill_payment (account_id, posted_day);

-- What cloud accounts are to be charged, net of vouchers and cards.
CREATE TABLE IF NOT EXISTS marketplace_record (
    posted_day        DATE NOT NULL,
    account_id        ${id} NOT NULL,
    settlement        ${code} NOT NULL,
    currency          VARCHAR(3) NOT NULL,
    workspace_id      ${id} NOT NULL,
    vendor_account    ${path} NOT NULL,
    settlement_number INTEGER NOT NULL,
    amount            NUMERIC(60,2) NOT NULL
);
CREATE INDEX IF NOT EXISTS marketplace_record_day ON marketplace_record (posted_day, account_id);

-- Of the periods that have begun, the highest number is in force; without any the account is active.
CREATE TABLE IF NOT EXISTS account_state (
    account_id    ${id} NOT NULL,
    currency      VARCHAR(3) NOT NULL,
    period_number INTEGER NOT NULL,
    status        ${code} NOT NULL,
    from_day      DATE NOT NULL,
    PRIMARY KEY (account_id, currency, period_number)
);

CREATE TABLE IF NOT EXISTS applied_unlock (
    account_id ${id} NOT NULL,
    currency   VARCHAR(3) NOT NULL,
    unlock_day DATE NOT NULL,
    PRIMARY KEY (account_id, currency, unlock_day)
);

-- workspace_id empty: the account itself is told. subject: the cloud account, of a released one.
CREATE TABLE IF NOT EXISTS notice (
    notice_day   DATE NOT NULL,
    account_id   ${id} NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    workspace_id ${id} NOT NULL,
    notice       ${code} NOT NULL,
    subject      ${path} NOT NULL,
    days_left    INTEGER,
    owed         NUMERIC(60,2),
    PRIMARY KEY (notice_day, account_id, currency, workspace_id, notice, subject)
);
CREATE INDEX IF NOT EXISTS notice_kind ON notice (notice, account_id);

-- How an invoice is paid at the end of its month; those issued before are owed.
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS voucher NUMERIC(60,2) DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS prepaid_card NUMERIC(60,2) DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS cash NUMERIC(60,2) DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS cloud NUMERIC(60,2) DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS owed NUMERIC(60,2) DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS fapiao_amount NUMERIC(60,2) DEFAULT 0 NOT NULL;
UPDATE invoice SET owed = total WHERE voucher + prepaid_card + cash + cloud + owed <> total;

CREATE INDEX IF NOT EXISTS voucher_account ON voucher (account_id);
CREATE INDEX IF NOT EXISTS prepaid_card_account ON prepaid_card (account_id);
CREATE INDEX IF NOT EXISTS recharge_account ON recharge (account_id);
