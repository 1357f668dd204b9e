"""What the analysis comes to, in sentences: one conclusion for each subject, said alike by pages, tour, document and
reports."""
