-- What paid every line of a bill, so that a line that is taken back returns to what paid that very line.

-- Only ever added to. Rows of a line and source_number add up: paid to how the bill is paid, left_change to what of that source may still
-- be given back; of arrears: is still owed. source_number: the ledger entry by which the source paid; entry_number: the one of this movement.
-- 0: not known, of bills that were settled before these rows were kept. What clears arrears later is no payment of the bill: paid is 0.
CREATE TABLE IF NOT EXISTS line_payment (
    posted_day     DATE NOT NULL,
    account_id     ${id} NOT NULL,
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    agreement_id   ${id} NOT NULL,
    settlement     ${code} NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    source_number  BIGINT NOT NULL,
    entry_number   BIGINT NOT NULL,
    side           ${code} NOT NULL,
    instrument     ${path} NOT NULL,
    paid           NUMERIC(60,2) NOT NULL,
    left_change    NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (posted_day, account_id, workspace_id, billing_day, meter, retention_days, agreement_id, settlement, currency,
      source_number, entry_number, side)
);

-- The bills for which something is owed.
CREATE TABLE IF NOT EXISTS owed_bill (
    account_id ${id} NOT NULL,
    currency   VARCHAR(3) NOT NULL,
    settlement ${code} NOT NULL,
    posted_day DATE NOT NULL,
    owed       NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (account_id, currency, settlement, posted_day),
    CONSTRAINT owed_bill_owed CHECK (owed > 0)
);
INSERT INTO owed_bill (account_id, currency, settlement, posted_day, owed)
SELECT s.account_id, s.currency, s.settlement, s.posted_day, s.left_amount FROM bill_source s
WHERE s.side = 'arrears' AND NOT EXISTS (SELECT 1 FROM owed_bill o
  WHERE o.account_id = s.account_id AND o.currency = s.currency AND o.settlement = s.settlement AND o.posted_day = s.posted_day);

-- Bills of which bill_payment and bill_source know what paid them, by share only. A bill's payment is spread over its lines, and its rows here
-- and in bill_source go, when a line of it is given something back, is cleared or is settled again. Later bills are never here.
CREATE TABLE IF NOT EXISTS unspread_bill (
    account_id ${id} NOT NULL,
    currency   VARCHAR(3) NOT NULL,
    settlement ${code} NOT NULL,
    posted_day DATE NOT NULL,
    PRIMARY KEY (account_id, posted_day, settlement, currency)
);
INSERT INTO unspread_bill (account_id, currency, settlement, posted_day)
SELECT DISTINCT b.account_id, b.currency, b.settlement, b.posted_day FROM bill_payment b
WHERE NOT EXISTS (SELECT 1 FROM unspread_bill u
  WHERE u.account_id = b.account_id AND u.currency = b.currency AND u.settlement = b.settlement AND u.posted_day = b.posted_day);
