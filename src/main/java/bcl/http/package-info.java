/** Health, metrics and the commands over HTTP; nothing else knows the web server, Actuator and Micrometer. */
@NullMarked
package bcl.http;

import org.jspecify.annotations.NullMarked;
