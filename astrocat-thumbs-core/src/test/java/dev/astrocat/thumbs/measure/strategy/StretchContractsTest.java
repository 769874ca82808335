package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.testing.StretchStrategyContract;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** Every stretch of core keeps the contract. */
class StretchContractsTest {

  @Nested
  class AsinhStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new AsinhStretch();
    }
  }

  @Nested
  class AstrocatStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new AstrocatStretch();
    }
  }

  @Nested
  class CameraStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new CameraStretch();
    }
  }

  @Nested
  class MinMaxStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new MinMaxStretch();
    }
  }

  @Nested
  class NoStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new NoStretch();
    }
  }

  @Nested
  class PercentileStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new PercentileStretch();
    }
  }

  @Nested
  class PixInsightBoostedStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new PixInsightBoostedStretch();
    }
  }

  @Nested
  class PixInsightStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new PixInsightStretch();
    }
  }

  @Nested
  class PixInsightUnlessBrightStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new PixInsightUnlessBrightStretch();
    }

    @Override
    protected Set<String> names() {
      return Set.of("pixinsight", "none");
    }
  }

  @Nested
  class StoredCurveStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new StoredCurveStretch();
    }
  }

  @Nested
  class ZscaleStretchContractTest extends StretchStrategyContract {
    @Override
    protected StretchStrategy strategy() {
      return new ZscaleStretch();
    }
  }
}
