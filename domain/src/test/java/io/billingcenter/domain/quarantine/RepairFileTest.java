package io.billingcenter.domain.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairFileTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));

    @Test
    void theSameRecordsInAnotherOrderAreTheSameFile() {
        RepairFile file = RepairFile.of(DAY, List.of(repaired("a.csv", 2, "r2"), repaired("a.csv", 3, "r1")));
        assertThat(new String(file.content(), StandardCharsets.UTF_8))
                .isEqualTo("record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\nr1\nr2\n");
        assertThat(file.name()).matches("repair-[0-9a-f]{32}\\.csv");
        RepairFile other = RepairFile.of(DAY, List.of(repaired("a.csv", 2, "r1"), repaired("a.csv", 3, "r2")));
        assertThat(other.name()).isEqualTo(file.name());
        assertThat(RepairFile.of(DAY, List.of(repaired("a.csv", 2, "r3"))).name())
                .isNotEqualTo(file.name());
    }

    @Test
    void aRecordIsFoundByItsPlace() {
        RepairFile file = RepairFile.of(
                DAY,
                List.of(repaired("b.ndjson.gz", 7, "{\"b\":\"\u4e2d\"}"), repaired("b.ndjson.gz", 8, "{\"c\":1}")));
        assertThat(file.name()).endsWith(".ndjson");
        assertThat(file.recordAt(0)).map(RepairedRecord::line).contains(7);
        assertThat(file.recordAt(12)).map(RepairedRecord::line).contains(8);
        assertThat(file.recordAt(5)).isEmpty();
    }

    private static RepairedRecord repaired(String file, int line, String text) {
        return new RepairedRecord(line, new Original(DAY, new RecordPlace(file, line, 0), "sha"), text, "ws-1", null);
    }
}
