package io.billingcenter.writers.files.document;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.time.BillingDay;

/**
 * A document as XHTML, complete with its style sheet: all that a rendering depends on.
 *
 * @param name the document in words, for messages
 * @param date date of the file
 */
public record DocumentPage(
        BillingAccountId account, String name, DocumentLanguage language, BillingDay date, String xhtml) {

    /** Returns the digest of everything that the bytes of the file depend on. */
    public String digest() {
        return Digests.sha256(PdfRenderer.VERSION + '\n' + date + '\n' + language.code() + '\n' + xhtml);
    }
}
