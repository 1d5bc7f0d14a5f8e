-- Documents that correct invoices: credit notes, and invoices that were voided and issued again under another number.

-- 0 for an invoice, of which an account has one in a month and currency; for a credit note its number among all of the installation.
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS credit_number INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE invoice ${known_invoice_once};
ALTER TABLE invoice DROP CONSTRAINT ${if_exists}invoice_once;
CREATE UNIQUE INDEX IF NOT EXISTS invoice_of_account ON invoice (billing_month, account_id, currency, credit_number);
CREATE INDEX IF NOT EXISTS invoice_reference ON invoice (refers_to);

-- What a person asked for, in the transaction that posts and issues the credit note. request_key: digest of invoice, lines and reason, by
-- which a repeated request is recognised.
CREATE TABLE IF NOT EXISTS credit_note (
    credit_number  INTEGER NOT NULL,
    invoice_number ${id} NOT NULL,
    refers_to      ${id} NOT NULL,
    request_key    VARCHAR(64) NOT NULL,
    credited_lines ${text} NOT NULL,
    posted_day     DATE NOT NULL,
    reason         ${text} NOT NULL,
    given_by       ${text} NOT NULL,
    given_on       DATE NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (credit_number),
    CONSTRAINT credit_note_once UNIQUE (request_key),
    CONSTRAINT credit_note_number UNIQUE (invoice_number)
);

-- Invoices that are in force no more, moved here as they were in table invoice; their lines stay. replaced_by: the invoice with the same
-- postings that took their place.
CREATE TABLE IF NOT EXISTS voided_invoice (
    invoice_number ${id} NOT NULL,
    billing_month  VARCHAR(7) NOT NULL,
    account_id     ${id} NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    total          NUMERIC(60,2) NOT NULL,
    state          VARCHAR(16) NOT NULL,
    run_id         BIGINT NOT NULL,
    voucher        NUMERIC(60,2) NOT NULL,
    prepaid_card   NUMERIC(60,2) NOT NULL,
    cash           NUMERIC(60,2) NOT NULL,
    cloud          NUMERIC(60,2) NOT NULL,
    owed           NUMERIC(60,2) NOT NULL,
    fapiao_amount  NUMERIC(60,2) NOT NULL,
    replaced_by    ${id} NOT NULL,
    reason         ${text} NOT NULL,
    given_by       ${text} NOT NULL,
    given_on       DATE NOT NULL,
    voided_run     BIGINT NOT NULL,
    PRIMARY KEY (invoice_number)
);
CREATE INDEX IF NOT EXISTS voided_invoice_month ON voided_invoice (billing_month);

-- Whether the numbers of a kind of documents in a currency are a series apart, with the currency in its name. Decided by the first
-- document; currencies in which invoices were issued before go on in the series that all had in common.
CREATE TABLE IF NOT EXISTS document_series (
    document ${code} NOT NULL,
    currency VARCHAR(3) NOT NULL,
    apart    BOOLEAN NOT NULL,
    PRIMARY KEY (document, currency)
);
INSERT INTO document_series (document, currency, apart)
SELECT DISTINCT i.document, i.currency, FALSE FROM invoice i
WHERE i.document = 'invoice' AND NOT EXISTS (SELECT 1 FROM document_series s
  WHERE s.document = 'invoice' AND s.currency = i.currency);

-- The name of a series may have a currency behind it.
ALTER TABLE number_series ALTER COLUMN series SET DATA TYPE VARCHAR(40);
