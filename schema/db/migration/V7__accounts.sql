-- Further files of the reference folder: what a private deployment costs, which cloud accounts have ended, which accounts
-- were unlocked, and from which consumption on somebody is told. Every table mirrors one file.

-- collectors 0: those that are active are counted
CREATE TABLE IF NOT EXISTS private_tariff (
    workspace_id ${id} NOT NULL,
    from_day     DATE NOT NULL,
    to_day       DATE,
    scheme       ${code} NOT NULL,
    collectors   INTEGER NOT NULL,
    price        NUMERIC(38,7) NOT NULL,
    maintenance  NUMERIC(38,7) NOT NULL,
    PRIMARY KEY (workspace_id, from_day)
);

CREATE TABLE IF NOT EXISTS vendor_release (
    settlement     ${code} NOT NULL,
    vendor_account ${text} NOT NULL,
    from_day       DATE NOT NULL,
    PRIMARY KEY (settlement, vendor_account)
);

CREATE TABLE IF NOT EXISTS account_unlock (
    account_id ${id} NOT NULL,
    from_day   DATE NOT NULL,
    PRIMARY KEY (account_id, from_day)
);

-- meter empty: everything the workspace consumes
CREATE TABLE IF NOT EXISTS alert_threshold (
    workspace_id ${id} NOT NULL,
    meter        ${code} NOT NULL,
    from_day     DATE NOT NULL,
    to_day       DATE,
    amount       NUMERIC(38,2) NOT NULL,
    PRIMARY KEY (workspace_id, meter, from_day)
);
