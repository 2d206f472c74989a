package dz.manchengo.hub.platform;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Every data source of the hub copies in the background, embedded or not. */
@Component
class CopyingDataSources implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && !(bean instanceof CopyingDataSource)
        ? new CopyingDataSource(source)
        : bean;
  }
}
