//! Statistics: what was done to the readings, or what a figure counts.

crate::vocabulary! {
    /// The statistic of a figure: how it was made from readings, or what it is a share or count of.
    ///
    /// Shares of different wholes (days, river length, lake area, storage, sections) are different statistics
    /// and are never compared with one another.
    pub enum Statistic {
        /// Mean of one hour.
        HourlyMean = "1h_mean", "1小时平均", "1 h mean";
        /// Mean of one natural day.
        DailyMean = "24h_mean", "日平均", "daily mean";
        /// Largest sliding mean of eight hours of one day.
        DailyMax8h = "daily_max_8h_mean", "日最大8小时平均", "daily maximum 8 h mean";
        /// Largest mean of one hour of one day.
        DailyMax1h = "daily_max_1h_mean", "日最大1小时平均", "daily maximum 1 h mean";
        /// Annual mean.
        AnnualMean = "annual_mean", "年均值", "annual mean";
        /// 98th percentile of the daily means of a year.
        P98OfDailyMeans = "P98_of_24h_mean", "日均值第98百分位数", "98th percentile of daily means";
        /// 95th percentile of the daily means of a year.
        P95OfDailyMeans = "P95_of_24h_mean", "日均值第95百分位数", "95th percentile of daily means";
        /// 90th percentile of the daily maximum 8 h means of a year.
        P90OfDailyMax8h = "P90_of_daily_max_8h_moving_mean", "日最大8小时平均第90百分位数",
            "90th percentile of daily maximum 8 h means";
        /// Annual mean over monitoring sections.
        AnnualMeanOfSections = "annual_mean_of_sections", "断面年均值", "annual mean over sections";
        /// Range of the annual means of several places.
        RangeOfAnnualMeans = "range_of_annual_mean", "年均值范围", "range of annual means";
        /// One annual mean that all places share.
        EqualAnnualMeans = "all_equal_annual_mean", "年均值均为", "annual mean of every place";
        /// Number of days.
        Days = "days", "天数", "days";
        /// Share of the days of the calendar year.
        ShareOfDays = "share_of_days", "天数比例", "share of days";
        /// Share of the monitored river length.
        ShareOfRiverLength = "share_of_river_length", "河长比例", "share of river length";
        /// Share of the monitored lake area.
        ShareOfLakeArea = "share_of_lake_area", "湖泊面积比例", "share of lake area";
        /// Share of the monitored storage of reservoirs.
        ShareOfStorage = "share_of_storage", "蓄水量比例", "share of storage";
        /// Share of monitoring sections.
        ShareOfSections = "share_of_sections", "断面比例", "share of sections";
        /// Share of the number of reservoirs.
        ShareOfReservoirs = "share_of_reservoir_count", "水库座数比例", "share of reservoirs";
        /// Share of an area.
        ShareOfArea = "share_of_area", "面积比例", "share of area";
        /// Share of the local emissions.
        ShareOfLocalEmission = "share_of_local_emission", "本地排放占比", "share of local emissions";
        /// Share of what the indicator names.
        Share = "share", "占比", "share";
        /// Number in the period.
        Count = "count", "数量", "count";
        /// Number up to the end of the period.
        CumulativeCount = "count_cumulative", "累计数量", "cumulative count";
        /// Total of one year.
        AnnualTotal = "annual_total", "年总量", "annual total";
        /// Total of the whole period.
        CumulativeTotal = "cumulative_total", "累计总量", "cumulative total";
        /// Change over the whole period, unsigned: the indicator or comparator says which way.
        CumulativeChange = "cumulative_change", "累计变化", "cumulative change";
        /// Change in a year.
        AnnualRate = "annual_rate", "年变化率", "annual rate";
        /// Mean storage of a year.
        AnnualMeanStorage = "annual_mean_storage", "平均蓄水量", "mean storage";
        /// Largest storage.
        PeakStorage = "peak_storage", "蓄水峰值", "peak storage";
        /// Deposition in a month.
        MonthlyDeposition = "monthly_deposition", "月沉降量", "monthly deposition";
        /// Mean of what the indicator names.
        Mean = "mean", "平均值", "mean";
        /// Mean price.
        MeanPrice = "mean_price", "均价", "mean price";
        /// Length.
        Length = "length", "长度", "length";
        /// Area.
        Area = "area", "面积", "area";
        /// Index value.
        Index = "index", "指数", "index";
        /// Class reached.
        Class = "class", "类别", "class";
        /// Ratio.
        Ratio = "ratio", "比值", "ratio";
        /// Number of years.
        Years = "years", "年数", "years";
    }
}

impl Statistic {
    /// Whether it is a share of a whole, of whichever.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Statistic;
    /// assert!(Statistic::ShareOfDays.is_share() && !Statistic::Days.is_share());
    /// ```
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(
            self,
            Self::ShareOfDays
                | Self::ShareOfRiverLength
                | Self::ShareOfLakeArea
                | Self::ShareOfStorage
                | Self::ShareOfSections
                | Self::ShareOfReservoirs
                | Self::ShareOfArea
                | Self::ShareOfLocalEmission
                | Self::Share
        )
    }
}
