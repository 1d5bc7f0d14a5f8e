package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results of requests for fapiao, {@code fapiao_results.csv} (billing rules 7.5).
 *
 * <pre>
 * request_id,fapiao_number,issued,state,red_of
 * INV-2026-000001,26312000000123456789,2026-11-05,ISSUED,
 * INV-2026-000001,26312000000123456790,2026-11-20,RED_ISSUED,26312000000123456789
 * INV-2026-000002,,,FAILED,
 * </pre>
 *
 * <ul>
 *   <li>request_id: serial number of the request in the workbook
 *   <li>fapiao_number: number of the fapiao; only with ISSUED and RED_ISSUED, which need it
 *   <li>issued: day on which it was issued; only with a number, which needs it
 *   <li>state: REQUESTED, ISSUED, RED_REQUESTED, RED_ISSUED or FAILED
 *   <li>red_of: number of the fapiao that is taken back; only with RED_REQUESTED and RED_ISSUED, which need it
 * </ul>
 */
final class FapiaoResultsFile {

    private static final String REQUEST_ID = "request_id";
    private static final String FAPIAO_NUMBER = "fapiao_number";
    private static final String ISSUED = "issued";
    private static final String STATE = "state";
    private static final String RED_OF = "red_of";

    static final CsvFormat FORMAT =
            CsvFormat.of("fapiao_results.csv", REQUEST_ID, FAPIAO_NUMBER, ISSUED, STATE, RED_OF);

    private static final ValueType<FapiaoState> STATES = ValueType.oneOf(
            Stream.of(FapiaoState.values()).map(FapiaoState::name).toList(), FapiaoState::ofCode);

    private record Key(String request, FapiaoState state, String number) {}

    private FapiaoResultsFile() {}

    static List<FapiaoResult> read(CsvTable table) {
        UniqueKeys<Key> keys = new UniqueKeys<>("a state and number of the request");
        return Located.facts(table.facts(row -> result(row, keys)));
    }

    private static Optional<FapiaoResult> result(CsvRow row, UniqueKeys<Key> keys) {
        Cell<String> request = row.cell(REQUEST_ID, ReferenceTypes.ID);
        Cell<FapiaoState> state = row.cell(STATE, STATES);
        Cell<Optional<String>> number = row.optionalCell(FAPIAO_NUMBER, ReferenceTypes.ID);
        Cell<Optional<BillingDay>> issued = row.optionalCell(ISSUED, ValueType.DAY);
        Cell<Optional<String>> redOf = row.optionalCell(RED_OF, ReferenceTypes.ID);
        state.value().ifPresent(is -> {
            number.require(has -> has.isPresent() == is.hasNumber(), "a number with ISSUED and RED_ISSUED only");
            issued.require(has -> has.isPresent() == is.hasNumber(), "a day with ISSUED and RED_ISSUED only");
            redOf.require(
                    has -> has.isPresent() == is.isRed(),
                    "the number of the fapiao that is taken back, with RED_REQUESTED and RED_ISSUED only");
            if (request.value().isPresent() && number.value().isPresent()) {
                keys.claim(new Key(request.get(), is, number.get().orElse("")), request);
            }
        });
        return row.fact(() -> new FapiaoResult(
                request.get(),
                number.get().orElse(""),
                issued.get().orElse(null),
                state.get(),
                redOf.get().orElse("")));
    }
}
