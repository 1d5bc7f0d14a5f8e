package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A traffic file of repaired records. Both its name and its content are derived from the records and do not depend on
 * the order in which they were repaired, so the same records always give the same file.
 */
public final class RepairFile {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";
    private static final int DIGITS = 32;
    private static final Comparator<RepairedRecord> BY_BYTES = Comparator.comparing(
                    (RepairedRecord record) -> record.text().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .thenComparingInt(RepairedRecord::line);

    private final WorkspaceDay target;
    private final String name;
    private final byte[] content;
    private final Map<Long, RepairedRecord> byOffset;

    private RepairFile(WorkspaceDay target, String name, byte[] content, Map<Long, RepairedRecord> byOffset) {
        this.target = target;
        this.name = name;
        this.content = content;
        this.byOffset = byOffset;
    }

    /**
     * Returns the file of the records, which must be either all traffic records or all metering rows.
     *
     * @param target workspace-day of the file
     */
    public static RepairFile of(WorkspaceDay target, List<RepairedRecord> records) {
        boolean meteringRows = records.get(0).original().isMeteringRow();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (!meteringRows) {
            content.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        Map<Long, RepairedRecord> byOffset = new LinkedHashMap<>();
        List<RepairedRecord> sorted = new ArrayList<>(records);
        sorted.sort(BY_BYTES);
        for (RepairedRecord record : sorted) {
            byOffset.put((long) content.size(), record);
            content.writeBytes((record.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = content.toByteArray();
        String name = "repair-" + Digests.sha256(bytes).substring(0, DIGITS) + (meteringRows ? ".ndjson" : ".csv");
        return new RepairFile(target, name, bytes, byOffset);
    }

    /** Returns the workspace-day of the file. */
    public WorkspaceDay target() {
        return target;
    }

    /** Returns the name of the file in the folder of the workspace-day. */
    public String name() {
        return name;
    }

    /** Returns the content of the file. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the records in the order of the file. */
    public List<RepairedRecord> records() {
        return List.copyOf(byOffset.values());
    }

    /** Returns the record at the byte offset. */
    public Optional<RepairedRecord> recordAt(long offset) {
        return Optional.ofNullable(byOffset.get(offset));
    }

    @Override
    public String toString() {
        return target + "/" + name;
    }
}
