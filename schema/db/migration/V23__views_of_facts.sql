-- Views of the texts of metered_day and rated_day, a row for each measure, usage and charge, for people who ask in SQL. The
-- program itself reads the texts: a join with one of these views unpacks the texts of all days.

${create_view} measure AS
SELECT d.workspace_id, d.billing_day, d.revision, ${code_begin}${cell_begin}0${cell_end}${code_end} AS measure,
    CAST(${cell_begin}1${cell_end} AS INTEGER) AS retention_days, CAST(${cell_begin}2${cell_end} AS NUMERIC(60,0)) AS quantity,
    CAST(${cell_begin}3${cell_end} AS NUMERIC(60,0)) AS largest
FROM metered_day d ${items_begin}d.measures${items_end};

${create_view} usage AS
SELECT d.workspace_id, d.billing_day, d.rating, ${code_begin}${cell_begin}0${cell_end}${code_end} AS meter,
    CAST(${cell_begin}1${cell_end} AS INTEGER) AS retention_days, CAST(${cell_begin}2${cell_end} AS NUMERIC(60,2)) AS quantity
FROM rated_day d ${items_begin}d.usage${items_end};

${create_view} charge AS
SELECT d.workspace_id, d.billing_day, d.rating, ${code_begin}${cell_begin}0${cell_end}${code_end} AS meter,
    CAST(${cell_begin}1${cell_end} AS INTEGER) AS retention_days, CAST(${cell_begin}2${cell_end} AS NUMERIC(60,2)) AS quantity,
    CAST(${cell_begin}3${cell_end} AS NUMERIC(38,7)) AS list_price, CAST(${cell_begin}4${cell_end} AS NUMERIC(38,7)) AS unit_price,
    CAST(${cell_begin}5${cell_end} AS DATE) AS price_version, CAST(${cell_begin}6${cell_end} AS VARCHAR(3)) AS currency,
    CAST(${cell_begin}7${cell_end} AS NUMERIC(80,18)) AS exact_amount, CAST(${cell_begin}8${cell_end} AS NUMERIC(60,2)) AS amount
FROM rated_day d ${items_begin}d.charges${items_end};
