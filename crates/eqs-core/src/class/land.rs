//! Land: categories, land uses and values of the soil standards.

crate::vocabulary! {
    /// The three major land classes (三大类) of the Land Administration Law, article 4.
    pub enum LandCategory {
        /// Land used directly for farming.
        Agricultural = "agricultural", "农用地", "agricultural land";
        /// Land that carries buildings and structures.
        Construction = "construction", "建设用地", "construction land";
        /// Everything else.
        Unused = "unused", "未利用地", "unused land";
    }
}

crate::vocabulary! {
    /// Land use of farmland as GB 15618-2018 table 1 tells it apart.
    pub enum FarmlandUse {
        /// Paddy field.
        Paddy = "paddy", "水田", "paddy field";
        /// Paddy and upland crops in turn: the stricter value holds (table 1 note 2).
        Rotation = "rotation", "水旱轮作地", "paddy-upland rotation";
        /// Orchard.
        Orchard = "orchard", "果园", "orchard";
        /// Dry land, irrigated dry land, vegetable plots and the like.
        Other = "other", "其他", "other farmland";
    }
}

crate::vocabulary! {
    /// Land type of GB 36600-2018.
    pub enum ConstructionLand {
        /// First type: residential land, schools, hospitals, community parks.
        FirstType = "1", "第一类用地", "first type of land";
        /// Second type: industry, logistics, commerce, roads, utilities.
        SecondType = "2", "第二类用地", "second type of land";
    }
}

crate::vocabulary! {
    /// The two risk values of the soil standards GB 15618-2018 and GB 36600-2018.
    pub enum SoilValue {
        /// Risk screening value (风险筛选值): at or below it the risk is normally negligible.
        Screening = "screening", "风险筛选值", "risk screening value";
        /// Risk intervention value (风险管制值): above it the risk is high.
        Intervention = "intervention", "风险管制值", "risk intervention value";
    }
}

crate::vocabulary! {
    /// Range of the pH of soil (GB 15618-2018 tables 1 and 3).
    pub enum PhBand {
        /// pH ≤ 5.5.
        First = "le5.5", "pH≤5.5", "pH ≤ 5.5";
        /// 5.5 < pH ≤ 6.5.
        Second = "gt5.5_le6.5", "5.5＜pH≤6.5", "5.5 < pH ≤ 6.5";
        /// 6.5 < pH ≤ 7.5.
        Third = "gt6.5_le7.5", "6.5＜pH≤7.5", "6.5 < pH ≤ 7.5";
        /// pH > 7.5.
        Fourth = "gt7.5", "pH＞7.5", "pH > 7.5";
    }
}
