/** The layout of the workbook in which fapiao are requested. */
@NullMarked
package io.billingcenter.readers.files.fapiao;

import org.jspecify.annotations.NullMarked;
