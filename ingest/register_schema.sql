-- The register: what people handed in, what was decided on it, what was published. Rows are only ever added.
begin immediate;

create table if not exists loads (
    load_id text primary key,
    started_at text not null,
    registered_at text not null
);

-- Every file that was received or refused, once, by the hash of its content.
create table if not exists files (
    file_hash text primary key,
    load_id text not null references loads (load_id),
    archived_name text not null,
    file_name text not null,
    kind text not null,
    is_folder integer not null check (is_folder in (0, 1)),
    data_kind text not null,
    n_bytes integer not null check (n_bytes >= 0),
    outcome text not null check (outcome in ('received', 'refused')),
    received_on text not null,
    registered_at text not null,
    n_fatal integer not null,
    n_rejected integer not null,
    n_blocking integer not null,
    n_warning integer not null
);

create table if not exists submissions (
    nis_code text not null,
    year integer not null,
    version integer not null check (version >= 1),
    file_hash text not null unique references files (file_hash),
    authority_name text not null,
    contract_version text not null,
    n_required_cells integer not null,
    n_filled_cells integer not null,
    primary key (nis_code, year, version)
);

-- Whose file a refused one is, as far as it says so itself.
create table if not exists refusals (
    file_hash text primary key references files (file_hash),
    nis_code text,
    year integer
);

-- Which raw dataset, and which years of it, a public file fills; year 0 = the dataset has no years.
create table if not exists datasets (
    file_hash text not null references files (file_hash),
    dataset text not null,
    year integer not null,
    primary key (file_hash, dataset, year)
);

-- The Parquet files of a load, so that a missing one is noticed and rebuilt.
create table if not exists parts (
    load_id text not null references loads (load_id),
    dataset text not null,
    year integer not null,
    primary key (load_id, dataset, year)
);

create table if not exists decisions (
    decision_id integer primary key,
    nis_code text not null,
    year integer not null,
    version integer not null,
    decision text not null check (decision in ('accepted', 'queried', 'withdrawn')),
    decided_at text not null,
    note text not null,
    foreign key (nis_code, year, version) references submissions (nis_code, year, version)
);

-- A number can come back when the publications were thrown away; with its moment it is one publication.
create table if not exists publications (
    number integer not null,
    published_at text not null,
    file_name text not null,
    inputs_digest text not null,
    note text not null,
    primary key (number, published_at)
);

-- Findings in the figures of an agreement that a person accepted; the last acceptance of a finding counts.
create table if not exists via_readings (
    reading_id integer primary key,
    finding_id text not null,
    note text not null check (trim(note) <> ''),
    accepted_at text not null
);

-- Payment lists and lists of bookings: which one a file is, as it says itself; the total is in cents.
create table if not exists via_lists (
    file_hash text primary key references files (file_hash),
    source_kind text not null,
    payer text not null,
    list_number text not null,
    list_version integer not null,
    period_from text not null,
    period_to text not null,
    n_lines integer not null,
    total_cents integer not null
);

-- What a list shares with lists received before it: the file by itself does not tell, so it is kept for a rebuild.
create table if not exists via_list_findings (
    file_hash text not null references via_lists (file_hash),
    position integer not null,
    rule_code text not null,
    severity text not null,
    message_nl text not null,
    sheet text,
    row_number integer,
    column_name text,
    header_nl text,
    found text,
    expected text,
    primary key (file_hash, position)
);

-- That a person let a list count in spite of its questions, and why.
create table if not exists via_releases (
    file_hash text primary key references via_lists (file_hash),
    note text not null check (trim(note) <> ''),
    released_at text not null
);

-- Why a figure that stands out is right, in the words of who handed it in: per file and place, as the problem names it.
create table if not exists reasons (
    reason_id integer primary key,
    file_hash text not null references submissions (file_hash),
    rule_code text not null,
    sheet text,
    row_number integer,
    column_name text,
    reason text not null check (trim(reason) <> ''),
    given_at text not null
);

-- What the Steunpunt asks of who handed in: about one place, one figure, or the version as a whole.
create table if not exists queries (
    query_id integer primary key,
    nis_code text not null,
    year integer not null,
    version integer not null,
    sheet text,
    row_number integer,
    column_name text,
    indicator_code text,
    question text not null check (trim(question) <> ''),
    asked_at text not null,
    foreign key (nis_code, year, version) references submissions (nis_code, year, version)
);

create table if not exists answers (
    query_id integer primary key references queries (query_id),
    answer text not null check (trim(answer) <> ''),
    answered_at text not null
);

-- Values that the Steunpunt replaces: of one cell of an authority and year, as long as the old value stands there.
create table if not exists corrections (
    correction_id integer primary key,
    nis_code text not null,
    year integer not null,
    sheet text not null,
    row_key text not null,
    column_name text not null,
    old_value text,
    new_value text not null,
    is_estimate integer not null check (is_estimate in (0, 1)),
    reason text not null check (trim(reason) <> ''),
    on_word_of text not null check (trim(on_word_of) <> ''),
    valid_until text,
    made_at text not null
);

create table if not exists correction_withdrawals (
    correction_id integer primary key references corrections (correction_id),
    reason text not null check (trim(reason) <> ''),
    withdrawn_at text not null
);
