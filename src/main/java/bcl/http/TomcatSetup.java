package bcl.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What Spring Boot has no settings for. */
final class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Without a name the host adds no page of its own.
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new JsonErrorReport());
        });
    }
}
