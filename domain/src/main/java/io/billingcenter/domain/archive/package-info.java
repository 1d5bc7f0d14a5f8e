/** Archive files with the details of closed months, and the conditions for moving details there: {@link io.billingcenter.domain.archive.ArchiveFile}. */
@NullMarked
package io.billingcenter.domain.archive;

import org.jspecify.annotations.NullMarked;
