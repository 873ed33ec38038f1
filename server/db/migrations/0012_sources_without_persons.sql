-- Sources are told to everybody, so they no longer name the person who brought a file in: the history does.
update source set
  publisher = case
    when coalesce(import.settings ->> 'sender', '') = '' then '来文单位未填 / sender not given' else source.publisher end,
  licence = case
    when licence = 'as given by the sender' then '以来文单位所附为准 / as given by the sender' else licence end
from import where source.id = 'import-' || import.id;
