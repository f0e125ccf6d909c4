package bcl.jobs;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The motor as a bean: made here, so that no other package needs to know Spring Batch. */
@Configuration(proxyBeanMethods = false)
class MotorBeans {
    @Bean
    Motor motor(
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            ThreadPoolTaskExecutor partWorkers) {
        return new Motor(QuietRepository.over(repository), operator, transactions, partWorkers);
    }
}
