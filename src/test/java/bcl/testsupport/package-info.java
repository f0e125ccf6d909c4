/** Real databases for tests. */
package bcl.testsupport;
