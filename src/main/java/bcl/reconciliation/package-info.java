/**
 * Proves that a home adds up: ledger, contacts, archive and answers. It reads the tables by statements of its own, since an
 * auditor that asks the code that he audits repeats its mistakes.
 */
@NullMarked
package bcl.reconciliation;

import org.jspecify.annotations.NullMarked;
