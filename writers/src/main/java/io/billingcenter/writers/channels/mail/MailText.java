package io.billingcenter.writers.channels.mail;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts of the mail, in Chinese and English. */
final class MailText {

    private static final JsonMapper JSON = new JsonMapper();

    private MailText() {}

    /** Returns the subject: a new revision is named, since it replaces what was sent before. */
    static String subject(Shipment shipment) {
        String period = shipment.period().replace('/', ' ');
        String revision = shipment.revision() == 1 ? "" : " (r" + shipment.revision() + ")";
        return "账单 " + period + revision + " / Bill " + period + revision
                + (shipment.account().isEmpty() ? "" : " – " + shipment.account());
    }

    static String body(Parcel parcel, boolean attached, String link) {
        List<String> lines = new ArrayList<>();
        Shipment shipment = parcel.shipment();
        lines.add("账期 / Period: " + shipment.period() + ", r" + shipment.revision()
                + (shipment.supersedes() == null ? "" : " (替代 / supersedes r" + shipment.supersedes() + ")"));
        JsonNode totals = JSON.readTree(parcel.manifest()).path("totals");
        for (JsonNode total : totals) {
            lines.add("合计 / Total: " + total.path("currency").asString() + " "
                    + total.path("amount").asString());
        }
        if (!parcel.files().isEmpty()) {
            lines.add(attached ? "附件 / Attached:" : "文件 / Files:");
            for (ParcelFile file : parcel.files()) {
                lines.add("  " + file.path() + ", " + file.bytes() + " B, SHA-256 " + file.sha256());
            }
        }
        if (!link.isEmpty()) {
            lines.add("链接 / Link: " + (link.endsWith("/") ? link : link + "/") + parcel.folder() + "/"
                    + (shipment.account().isEmpty() ? "" : shipment.account() + "/"));
        }
        return String.join("\r\n", lines) + "\r\n";
    }
}
