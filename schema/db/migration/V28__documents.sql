-- Invoices that a clerk can use: the party to which they are addressed, names and dates as they were when an invoice was issued, and
-- the parts of its lines.

CREATE TABLE IF NOT EXISTS invoice_profile (
    account_id      ${id} NOT NULL,
    from_day        DATE NOT NULL,
    to_day          DATE,
    title           ${text} NOT NULL,
    tax_id          ${text} NOT NULL,
    address         ${text} NOT NULL,
    phone           ${text} NOT NULL,
    bank            ${text} NOT NULL,
    bank_account    ${text} NOT NULL,
    email           ${text} NOT NULL,
    country         ${code} NOT NULL,
    buyer_reference ${text} NOT NULL,
    endpoint_scheme ${text} NOT NULL,
    endpoint        ${text} NOT NULL,
    PRIMARY KEY (account_id, from_day)
);

-- invoice_date: of the month's invoices. invoice_layout: version of the layouts in which the files of the month are delivered, also
-- when they are delivered again. Both are NULL in a month that was closed before they were there; its files have version 1.
ALTER TABLE month_close ADD COLUMN IF NOT EXISTS invoice_date DATE;
ALTER TABLE month_close ADD COLUMN IF NOT EXISTS invoice_layout INTEGER;
ALTER TABLE month_closed_outside ADD COLUMN IF NOT EXISTS invoice_layout INTEGER;

-- document: invoice or credit_note. refers_to: number of the invoice that a credit note is for.
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS document ${code} DEFAULT 'invoice' NOT NULL;
ALTER TABLE invoice ADD COLUMN IF NOT EXISTS refers_to ${id};

-- Names and dates of a document, as they were when it was issued. Texts are empty where there is nothing, all of a buyer without an
-- invoice profile. Documents of older programs have no row.
CREATE TABLE IF NOT EXISTS invoice_header (
    invoice_number        ${id} NOT NULL,
    account_name          ${text} NOT NULL,
    invoice_date          DATE NOT NULL,
    due_date              DATE NOT NULL,
    seller_name           ${text} NOT NULL,
    seller_address        ${text} NOT NULL,
    seller_tax_id         ${text} NOT NULL,
    seller_bank           ${text} NOT NULL,
    buyer_title           ${text} NOT NULL,
    buyer_tax_id          ${text} NOT NULL,
    buyer_address         ${text} NOT NULL,
    buyer_phone           ${text} NOT NULL,
    buyer_bank            ${text} NOT NULL,
    buyer_bank_account    ${text} NOT NULL,
    buyer_email           ${text} NOT NULL,
    buyer_country         ${code} NOT NULL,
    buyer_reference       ${text} NOT NULL,
    buyer_endpoint_scheme ${text} NOT NULL,
    buyer_endpoint        ${text} NOT NULL,
    PRIMARY KEY (invoice_number)
);

-- The lines of a document divided by unit price and, for adjustments, by billing day; the parts of a line add up to it. detail: from 1,
-- in the order of workspace, meter, retention, kind, billing day and price. Documents of older programs have no rows.
CREATE TABLE IF NOT EXISTS invoice_line_detail (
    invoice_number ${id} NOT NULL,
    detail         INTEGER NOT NULL,
    workspace_id   ${id} NOT NULL,
    workspace_name ${text} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    kind           ${code} NOT NULL,
    billing_day    DATE,
    unit_price     NUMERIC(38,7),
    quantity       NUMERIC(60,2) NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (invoice_number, detail)
);
