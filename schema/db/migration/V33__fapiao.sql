-- Requests of fapiao, and the results that come back.

-- Only ever added to. A request is made once, with the workbook in which it is asked for.
CREATE TABLE IF NOT EXISTS fapiao_request (
    request_id     VARCHAR(20) NOT NULL,
    invoice_number ${id} NOT NULL,
    billing_month  VARCHAR(7) NOT NULL,
    account_id     ${id} NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (request_id)
);
CREATE INDEX IF NOT EXISTS fapiao_request_invoice ON fapiao_request (invoice_number);

-- The reference file fapiao_results.csv. issued: NULL while there is no fapiao.
CREATE TABLE IF NOT EXISTS fapiao_result (
    request_id    ${id} NOT NULL,
    fapiao_number ${id} NOT NULL,
    issued        DATE,
    state         ${code} NOT NULL,
    red_of        ${id} NOT NULL,
    PRIMARY KEY (request_id, state, fapiao_number)
);
