-- One parcel is one plot: beside several parks it counts once, under its leading finding, the surest kind first and
-- then the oldest park. Everything but a park's own card and a parcel's own findings reads this.
create view leading_leftover as
  select distinct on (parcel) parcel, park, kind, finding
  from leftover_finding
  where kind in ('enclosed', 'scattered', 'corner', 'manual', 'unknown')
  order by parcel, array_position(array['enclosed', 'scattered', 'corner', 'manual', 'unknown'], kind), park;
