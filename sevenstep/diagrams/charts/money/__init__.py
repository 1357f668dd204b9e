"""Charts of appraisals: money by year, what makes up the present value, what moves it, how loans are covered."""
